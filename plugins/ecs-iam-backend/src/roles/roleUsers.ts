import type { Service } from '@ecs-iam/iam-analysis';
import type { RoleSlot, SharedWith } from '@ecs-iam/plugin-ecs-iam-common';
import type { EntityIndex } from '../entities/EntityIndex';
import type { Inventory } from '../inventory/Inventory';
import { clusterOf } from './present/clusterOf';

/** A service that uses a role. Who may know of it is not decided here. */
export type RoleUser = SharedWith['visible'][number];

export type UsersOfRole = Readonly<{
  users: readonly RoleUser[];
  slots: readonly RoleSlot[];
}>;

/**
 * Who uses the roles, with the entities that stand for each user.
 *
 * @returns by role ARN; a role that nobody uses is not in it
 */
export async function loadRoleUsers(
  roleArns: readonly string[],
  inventory: Pick<Inventory, 'usesOfRoles' | 'services'>,
  index: EntityIndex,
): Promise<ReadonlyMap<string, UsersOfRole>> {
  const uses = await inventory.usesOfRoles(roleArns);
  const services = await inventory.services([
    ...new Set(uses.map(({ serviceArn }) => serviceArn)),
  ]);
  const users = new Map(
    services.map(({ fact }) => [fact.arn, presentUser(fact, index)]),
  );
  const byRole = new Map<
    string,
    { users: Map<string, RoleUser>; slots: Set<RoleSlot> }
  >();
  for (const { roleArn, serviceArn, slot } of uses) {
    const user = users.get(serviceArn);
    if (roleArn.known && roleArn.value !== null && user) {
      const entry = byRole.get(roleArn.value) ?? {
        users: new Map(),
        slots: new Set(),
      };
      entry.users.set(serviceArn, user);
      entry.slots.add(slot);
      byRole.set(roleArn.value, entry);
    }
  }
  return new Map(
    [...byRole].map(([arn, entry]) => [
      arn,
      {
        users: [...entry.users.values()].sort(compareUsers),
        slots: [...entry.slots],
      },
    ]),
  );
}

/**
 * @param except - the service that is looked at: it does not share a role with itself
 * @returns all other users as visible; the wrapper that knows the caller takes out what is not
 */
export function sharedWith(
  users: UsersOfRole | undefined,
  except?: string,
): SharedWith {
  const others = (users?.users ?? []).filter(
    ({ serviceArn }) => serviceArn !== except,
  );
  return { visible: [...others], hidden: 0 };
}

/** A service, or tasks in place of one, with the entities that stand for it. */
export function presentUser(service: Service, index: EntityIndex): RoleUser {
  return {
    serviceArn: service.arn,
    serviceName: service.name,
    clusterName: clusterOf(service)?.name ?? null,
    entityRefs: [...index.entitiesOfService(service)],
  };
}

function compareUsers(a: RoleUser, b: RoleUser): number {
  return (
    a.serviceName.localeCompare(b.serviceName) ||
    a.serviceArn.localeCompare(b.serviceArn)
  );
}
