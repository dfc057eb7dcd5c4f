import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';

/** The tab of an entity: its services with their roles, and what is wrong with them. */
export interface EntityRolesService {
  /**
   * @throws NotFoundError when there is no such entity that the caller may see
   * @throws NotAllowedError when the caller may see the entity but not its roles
   */
  get(
    entityRef: string,
    options: Readonly<{ credentials: BackstageCredentials }>,
  ): Promise<EntityRoles>;
}
