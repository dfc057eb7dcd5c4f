import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { EcsIamClient } from '@ecs-iam/plugin-ecs-iam-common';
import { ecsIamApiRef } from '../api';

const entityContentRouteRef = createRouteRef({ id: 'ecs-iam-entity-content' });

/**
 * The plugin for apps of the legacy frontend system.
 *
 * @public
 */
export const ecsIamPlugin = createPlugin({
  id: 'ecs-iam',
  apis: [
    createApiFactory({
      api: ecsIamApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        EcsIamClient.create({ discoveryApi, fetchApi }),
    }),
  ],
  routes: { entityContent: entityContentRouteRef },
});

/**
 * The entity tab: `<EntityLayout.Route path="/iam-roles" title="IAM roles" if={isEcsIamAvailable}>`.
 *
 * @public
 */
export const EntityEcsIamContent = ecsIamPlugin.provide(
  createRoutableExtension({
    name: 'EntityEcsIamContent',
    component: () =>
      import('../components/EntityRoles').then(m => m.EntityRoles),
    mountPoint: entityContentRouteRef,
  }),
);

/**
 * The card for the overview page. It links to the tab at `/iam-roles`.
 *
 * @public
 */
export const EntityEcsIamCard = ecsIamPlugin.provide(
  createComponentExtension({
    name: 'EntityEcsIamCard',
    component: {
      lazy: () => import('./LegacyCard').then(m => m.LegacyCard),
    },
  }),
);
