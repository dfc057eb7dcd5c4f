import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { aService } from '@ecs-iam/iam-analysis/testUtils';
import { annotations, entityRolesSchema } from '@ecs-iam/plugin-ecs-iam-common';
import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import { aBackend } from './aBackend';
import type { Policy } from './aBackend';
import { component, theFleet } from './aFleet';

/** ARNs of the services of the fleet. */
export const CHECKOUT = aService().arn;
export const ORDERS = aService({ name: 'orders' }).arn;

/** The entities that name them by their ARN. */
export const checkout = component('checkout', {
  [annotations.amazonEcsServiceArn]: CHECKOUT,
});
export const orders = component('orders', {
  [annotations.amazonEcsServiceArn]: ORDERS,
});

/** Where the components of the fixtures are. */
export const COMPONENTS = '/api/ecs-iam/v1/entity/default/component';

/**
 * A backend that has scanned the fleet.
 *
 * @param options - `policy` holds from then on; the scan itself may do everything. `only` as for `aBackend`
 */
export async function aScannedBackend(
  options: Readonly<{
    entities?: readonly Entity[];
    visible?: (entity: Entity) => boolean;
    policy?: Policy;
    config?: JsonObject;
    only?: readonly string[];
  }> = {},
) {
  let policy: Policy = () => true;
  const backend = await aBackend({
    collector: theFleet(),
    entities: [checkout, orders],
    ...options,
    policy: (name, ref) => policy(name, ref),
  });
  await backend.scan();
  policy = options.policy ?? policy;
  return backend;
}

/** What the tab of a component gets. */
export async function rolesOf(
  { api }: Pick<Awaited<ReturnType<typeof aBackend>>, 'api'>,
  name: string,
): Promise<EntityRoles> {
  const { body } = await api.get(`${COMPONENTS}/${name}/roles`).expect(200);
  return entityRolesSchema.parse(body);
}
