import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { ecsIamFleetReadPermission } from '@ecs-iam/plugin-ecs-iam-common';
import type {
  RuleList,
  ServiceList,
  TargetStatus,
} from '@ecs-iam/plugin-ecs-iam-common';
import type { AnnotatedEntities } from '../entities/AnnotatedEntities';
import type { Inventory } from '../inventory/Inventory';
import type { TargetSource } from '../refresh/TargetSource';
import type { EntityAccess } from './EntityAccess';
import type { FleetService, ServiceQuery } from './FleetService';
import { servicesOfEntities } from './servicesOfEntities';
import { TargetCoverage } from './TargetCoverage';

type Options = Readonly<{ credentials: BackstageCredentials }>;

/**
 * Whoever may see the fleet sees every service; others see those that stand for an entity whose roles they may see.
 * The rules are for everybody who is signed in.
 */
export class AuthorizedFleetService implements FleetService {
  readonly #inner: FleetService;
  readonly #around: FleetAccess;

  private constructor(inner: FleetService, around: FleetAccess) {
    this.#inner = inner;
    this.#around = around;
  }

  static create(
    inner: FleetService,
    around: FleetAccess,
  ): AuthorizedFleetService {
    return new AuthorizedFleetService(inner, around);
  }

  async services(query: ServiceQuery, options: Options): Promise<ServiceList> {
    const { access } = this.#around;
    const mayReadFleet = await access.allows(
      ecsIamFleetReadPermission,
      options.credentials,
    );
    const list = await this.#inner.services(
      mayReadFleet ? query : await this.#narrow(query, options),
      options,
    );
    const readable = await access.readable(
      list.items.flatMap(({ entityRefs }) => entityRefs),
      options.credentials,
    );
    return {
      ...list,
      items: list.items.map(item => ({
        ...item,
        entityRefs: item.entityRefs.filter(ref => readable.has(ref)),
      })),
    };
  }

  async targets(
    options: Options,
  ): Promise<Readonly<{ items: TargetStatus[] }>> {
    const allowed = await this.#around.access.allows(
      ecsIamFleetReadPermission,
      options.credentials,
    );
    if (!allowed) {
      throw new NotAllowedError(
        `You may not see how far the scans came: the permission ${ecsIamFleetReadPermission.name} is denied`,
      );
    }
    return this.#inner.targets(options);
  }

  async rules(options: Options): Promise<RuleList> {
    return this.#inner.rules(options);
  }

  async #narrow(
    query: ServiceQuery,
    { credentials }: Options,
  ): Promise<ServiceQuery> {
    const { access, entities, inventory, targetSource } = this.#around;
    const index = await entities.index();
    const readable = await access.readable(
      index.entities.map(({ ref }) => ref),
      credentials,
    );
    const arns = await servicesOfEntities(
      index.entities.filter(({ ref }) => readable.has(ref)),
      inventory,
      await TargetCoverage.load(targetSource, inventory),
    );
    return { ...query, filter: { ...query.filter, arns } };
  }
}

export type FleetAccess = Readonly<{
  access: EntityAccess;
  entities: AnnotatedEntities;
  inventory: Inventory;
  targetSource: TargetSource;
}>;
