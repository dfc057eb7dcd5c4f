import type { Entity } from '@backstage/catalog-model';
import { annotations } from '@ecs-iam/plugin-ecs-iam-common';

/** A component with an annotation that ties it to ECS; `given` replaces its annotations. */
export function anEntity(
  name = 'checkout',
  given: Record<string, string> = {
    [annotations.amazonEcsServiceArn]: `arn:aws:ecs:eu-west-1:111122223333:service/prod-eu/${name}`,
  },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations: given },
    spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
  };
}
