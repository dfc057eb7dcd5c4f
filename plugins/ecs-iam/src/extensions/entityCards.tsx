import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { hasEcsIamAnnotation } from './filter';

/** `entity-card:ecs-iam/summary`: the card on the overview page. */
export const entityEcsIamCard = EntityCardBlueprint.make({
  name: 'summary',
  params: {
    filter: hasEcsIamAnnotation,
    loader: () => import('./SummaryCard').then(m => <m.SummaryCard />),
  },
});
