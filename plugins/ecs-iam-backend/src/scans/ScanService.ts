import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Scan, ScanRequest } from '@ecs-iam/plugin-ecs-iam-common';

type Options = Readonly<{ credentials: BackstageCredentials }>;

/** Scans on request. */
export interface ScanService {
  /**
   * @throws NotFoundError when the caller may not see the entity
   * @throws NotAllowedError when the caller may not start such a scan
   * @throws InputError when there is nothing to scan for the entity, or the target is none
   * @throws ConflictError within the cool-down
   */
  request(request: ScanRequest, options: Options): Promise<Scan>;

  /** @throws NotFoundError when there is no such scan that the caller may see */
  get(id: string, options: Options): Promise<Scan>;
}
