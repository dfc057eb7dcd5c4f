import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';

/** A role with its documents and its users. */
export interface RoleService {
  /**
   * @param id - opaque, as other answers give it
   * @throws NotFoundError when there is no such role that the caller may see
   */
  get(
    id: string,
    options: Readonly<{ credentials: BackstageCredentials }>,
  ): Promise<RoleDetail>;
}
