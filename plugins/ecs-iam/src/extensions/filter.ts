import type { FilterPredicate } from '@backstage/filter-predicates';
import { annotations } from '@ecs-iam/plugin-ecs-iam-common';

const exists = { $exists: true };
const path = {
  serviceArn: `metadata.annotations.${annotations.amazonEcsServiceArn}`,
  serviceTags: `metadata.annotations.${annotations.amazonEcsServiceTags}`,
  arn: `metadata.annotations.${annotations.awsArn}`,
  roadieRoleArn: `metadata.annotations.${annotations.roadieRoleArn}`,
  serviceArns: `metadata.annotations.${annotations.serviceArns}`,
  roleArns: `metadata.annotations.${annotations.roleArns}`,
  taskFamilies: `metadata.annotations.${annotations.taskFamilies}`,
} as const;

/**
 * Entities that carry one of the annotations that tie them to ECS. It is data, so that an app can replace it in its
 * config, and nothing of the user interface is loaded for the other entities.
 */
export const hasEcsIamAnnotation: FilterPredicate = {
  $any: [
    { [path.serviceArn]: exists },
    { [path.serviceTags]: exists },
    { [path.arn]: exists },
    { [path.roadieRoleArn]: exists },
    { [path.serviceArns]: exists },
    { [path.roleArns]: exists },
    { [path.taskFamilies]: exists },
  ],
};
