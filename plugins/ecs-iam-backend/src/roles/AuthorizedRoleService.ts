import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ecsIamFleetReadPermission } from '@ecs-iam/plugin-ecs-iam-common';
import type { RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import type { AnnotatedEntities } from '../entities/AnnotatedEntities';
import { notFound } from './DefaultRoleService';
import type { EntityAccess } from './EntityAccess';
import { redactNeeds } from './needs/redactNeeds';
import { entityRefsOf, redactSharedWith } from './redactSharedWith';
import type { RoleService } from './RoleService';

// A person who annotates an entity opens its role at once: then the entities are looked up anew.
const FRESH_MILLISECONDS = 5_000;

/**
 * A role is visible to whoever may see the roles of one entity that uses it, or whose annotation names it, and to
 * whoever may see the fleet.
 */
export class AuthorizedRoleService implements RoleService {
  readonly #inner: RoleService;
  readonly #access: EntityAccess;
  readonly #entities: AnnotatedEntities;

  private constructor(
    inner: RoleService,
    access: EntityAccess,
    entities: AnnotatedEntities,
  ) {
    this.#inner = inner;
    this.#access = access;
    this.#entities = entities;
  }

  static create(
    inner: RoleService,
    access: EntityAccess,
    entities: AnnotatedEntities,
  ): AuthorizedRoleService {
    return new AuthorizedRoleService(inner, access, entities);
  }

  async get(
    id: string,
    options: Readonly<{ credentials: BackstageCredentials }>,
  ): Promise<RoleDetail> {
    const mayReadFleet = await this.#access.allows(
      ecsIamFleetReadPermission,
      options.credentials,
    );
    const known = await this.#look(id, options, mayReadFleet);
    if (known) {
      return known;
    }
    await this.#entities.index({ maxAgeMilliseconds: FRESH_MILLISECONDS });
    const fresh = await this.#look(id, options, mayReadFleet);
    if (!fresh) {
      throw notFound(id);
    }
    return fresh;
  }

  /** @returns `undefined` when the caller may not see the role */
  async #look(
    id: string,
    options: Readonly<{ credentials: BackstageCredentials }>,
    mayReadFleet: boolean,
  ): Promise<RoleDetail | undefined> {
    const role = await this.#inner.get(id, options);
    const index = await this.#entities.index();
    const named = index.entitiesNamingRole(role.arn);
    const readable = await this.#access.readable(
      [...named, ...entityRefsOf(role.usedBy)],
      options.credentials,
    );
    const usedBy = redactSharedWith(role.usedBy, { readable, mayReadFleet });
    if (!mayReadFleet && readable.size === 0) {
      return undefined;
    }
    const visible = new Set(usedBy.visible.map(({ serviceArn }) => serviceArn));
    const needs = redactNeeds(role.needs, arn => visible.has(arn));
    return { ...role, usedBy, needs };
  }
}
