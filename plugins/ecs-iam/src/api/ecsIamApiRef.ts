import { createApiRef } from '@backstage/frontend-plugin-api';
import type { EcsIamApi } from '@ecs-iam/plugin-ecs-iam-common';

/**
 * The client of the backend plugin, in apps of the new and of the legacy frontend system.
 *
 * @public
 */
export const ecsIamApiRef = createApiRef<EcsIamApi>().with({
  id: 'plugin.ecs-iam.client',
  pluginId: 'ecs-iam',
});
