import type { EntityRoles } from './wire/entityRoles';
import type { RoleDetail } from './wire/roleDetail';
import type { Scan, ScanRequest } from './wire/scan';

/**
 * What the frontend asks of the backend.
 *
 * @public
 */
export interface EcsIamApi {
  /** @throws ResponseError with the server's message when the answer is not 200. */
  getEntityRoles(entityRef: string): Promise<EntityRoles>;
  getRole(id: string): Promise<RoleDetail>;
  startScan(request: ScanRequest): Promise<Scan>;
  getScan(id: string): Promise<Scan>;
}
