import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityContentRouteRef } from '../routes';
import { hasEcsIamAnnotation } from './filter';

/** `entity-content:ecs-iam`: the tab "IAM roles". */
export const entityEcsIamContent = EntityContentBlueprint.make({
  params: {
    path: '/iam-roles',
    title: 'IAM roles',
    group: 'deployment',
    routeRef: entityContentRouteRef,
    filter: hasEcsIamAnnotation,
    loader: () =>
      import('../components/EntityRoles').then(m => <m.EntityRoles />),
  },
});
