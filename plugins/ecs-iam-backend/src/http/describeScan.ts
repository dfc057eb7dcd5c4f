import type { JsonObject } from '@backstage/types';
import type { ScanRequest } from '@ecs-iam/plugin-ecs-iam-common';

/** What the auditor learns of a scan. */
export function describeScan(request: ScanRequest): JsonObject {
  if ('entityRef' in request) {
    return { queryType: 'entity', entityRef: request.entityRef };
  }
  return 'target' in request
    ? { queryType: 'target', ...request.target }
    : { queryType: 'everything' };
}
