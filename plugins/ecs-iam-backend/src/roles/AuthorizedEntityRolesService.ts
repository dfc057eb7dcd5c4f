import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseRoleArn } from '@ecs-iam/iam-analysis';
import {
  ecsIamFleetReadPermission,
  ecsIamScanCreatePermission,
} from '@ecs-iam/plugin-ecs-iam-common';
import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import type { EntityAccess } from './EntityAccess';
import type { EntityRolesService } from './EntityRolesService';
import { entityRefsOnHosts, redactHosts } from './hosts/redactHosts';
import { entityRefsOf, redactSharedWith } from './redactSharedWith';

/** Lets only those in who may see the roles of the entity, and takes out the users of roles that they may not see. */
export class AuthorizedEntityRolesService implements EntityRolesService {
  readonly #inner: EntityRolesService;
  readonly #access: EntityAccess;

  private constructor(inner: EntityRolesService, access: EntityAccess) {
    this.#inner = inner;
    this.#access = access;
  }

  static create(
    inner: EntityRolesService,
    access: EntityAccess,
  ): AuthorizedEntityRolesService {
    return new AuthorizedEntityRolesService(inner, access);
  }

  async get(
    entityRef: string,
    options: Readonly<{ credentials: BackstageCredentials }>,
  ): Promise<EntityRoles> {
    const { credentials } = options;
    await this.#access.requireReadable(entityRef, credentials);
    const [found, mayReadFleet, mayScan] = await Promise.all([
      this.#inner.get(entityRef, options),
      this.#access.allows(ecsIamFleetReadPermission, credentials),
      this.#access.allows(ecsIamScanCreatePermission, credentials),
    ]);
    const readable = await this.#access.readable(
      [
        ...[
          ...found.services.flatMap(({ roles }) => roles),
          ...found.roles,
        ].flatMap(role => entityRefsOf(role.sharedWith)),
        ...found.services.flatMap(({ hosts }) => entityRefsOnHosts(hosts)),
      ],
      credentials,
    );
    const sight = { readable, mayReadFleet };
    const redact = <T extends Pick<EntityRoles['roles'][number], 'sharedWith'>>(
      role: T,
    ): T => ({
      ...role,
      sharedWith: redactSharedWith(role.sharedWith, sight),
    });
    return {
      ...(mayReadFleet ? found : withoutOtherAccounts(found)),
      services: found.services.map(service => ({
        ...service,
        roles: service.roles.map(redact),
        hosts: redactHosts(service.hosts, sight),
      })),
      roles: found.roles.map(redact),
      mayScan,
    };
  }
}

/**
 * An entity may ask for something that can be anywhere, such as tags. Which other accounts there are, and how far their
 * scans came, is for those to know who may see the fleet.
 */
function withoutOtherAccounts(found: EntityRoles): EntityRoles {
  const accounts = new Set([
    ...found.services.flatMap(({ accountId }) => accountId ?? []),
    ...found.roles.flatMap(({ arn }) => accountOf(arn)),
  ]);
  const isOwn = (each: Readonly<{ accountId: string }>) =>
    accounts.has(each.accountId);
  const { gaps, scan, stale } = found;
  return {
    ...found,
    gaps: gaps.filter(isOwn),
    scan: scan && { ...scan, targets: scan.targets.filter(isOwn) },
    stale: accounts.size > 0 ? stale : null,
  };
}

function accountOf(roleArn: string): readonly string[] {
  const parsed = parseRoleArn(roleArn);
  return parsed.ok ? [parsed.value.accountId] : [];
}
