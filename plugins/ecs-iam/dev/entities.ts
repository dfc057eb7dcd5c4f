import type { Entity } from '@backstage/catalog-model';
import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import { scenarios } from './scenarios';

/** One component for each scenario. */
export const entities: Entity[] = Object.keys(scenarios).map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    description: `Shows the state "${name}"`,
    annotations: {
      [annotations.amazonEcsServiceArn]: `arn:aws:ecs:eu-west-1:111122223333:service/prod-eu/${name}`,
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
}));
