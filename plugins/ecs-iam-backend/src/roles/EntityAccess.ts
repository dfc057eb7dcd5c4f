import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import { ecsIamRolesReadPermission } from '@ecs-iam/plugin-ecs-iam-common';

// Keeps the requests to the permission backend well below the 100 kB that its JSON parser takes.
const BATCH = 200;

/** Decides with the caller's own credentials: what the catalog does not show to the caller is not there. */
export class EntityAccess {
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;

  private constructor(options: EntityAccessOptions) {
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  static create(options: EntityAccessOptions): EntityAccess {
    return new EntityAccess(options);
  }

  /**
   * @throws NotFoundError when the caller may not see the entity, or there is none
   * @throws NotAllowedError when the caller may see the entity but not its roles
   */
  async requireReadable(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [visible] = await this.#visible([entityRef], credentials);
    if (visible === undefined) {
      throw new NotFoundError(
        `There is no entity '${entityRef}' in the catalog that you may see`,
      );
    }
    const allowed = await this.#allowed([entityRef], credentials);
    if (!allowed.has(entityRef)) {
      throw new NotAllowedError(
        `You may not see the IAM roles of '${entityRef}': the permission ${ecsIamRolesReadPermission.name} is denied for this entity`,
      );
    }
  }

  /** @returns those of the entities whose roles the caller may see */
  async readable(
    entityRefs: Iterable<string>,
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const visible = await this.#visible([...new Set(entityRefs)], credentials);
    return this.#allowed(visible, credentials);
  }

  /** Whether the caller has a permission that is tied to no entity. */
  async allows(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  async #visible(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<readonly string[]> {
    const visible: string[] = [];
    for (const batch of batches(entityRefs)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs: [...batch],
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        },
        { credentials },
      );
      visible.push(
        ...items.flatMap(entity =>
          entity ? [stringifyEntityRef(entity)] : [],
        ),
      );
    }
    return visible;
  }

  async #allowed(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const allowed = new Set<string>();
    for (const batch of batches(entityRefs)) {
      const decisions = await this.#permissions.authorize(
        batch.map(resourceRef => ({
          permission: ecsIamRolesReadPermission,
          resourceRef,
        })),
        { credentials },
      );
      batch.forEach((entityRef, position) => {
        if (decisions[position].result === AuthorizeResult.ALLOW) {
          allowed.add(entityRef);
        }
      });
    }
    return allowed;
  }
}

export type EntityAccessOptions = Readonly<{
  catalog: CatalogService;
  permissions: PermissionsService;
}>;

function batches(refs: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(refs.length / BATCH) }, (_, index) =>
    refs.slice(index * BATCH, (index + 1) * BATCH),
  );
}
