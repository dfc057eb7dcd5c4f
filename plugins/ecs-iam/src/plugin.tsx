import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { ecsIamApi } from './extensions/apis';
import { entityEcsIamCard } from './extensions/entityCards';
import { entityEcsIamContent } from './extensions/entityContents';
import { entityContentRouteRef } from './routes';

/**
 * The IAM roles of ECS services on the pages of their catalog entities.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'ecs-iam',
  title: 'IAM roles of ECS services',
  info: { packageJson: () => import('../package.json') },
  extensions: [ecsIamApi, entityEcsIamContent, entityEcsIamCard],
  routes: { entityContent: entityContentRouteRef },
});
