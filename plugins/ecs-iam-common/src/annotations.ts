/**
 * Annotations that tie a catalog entity to ECS services and IAM roles. All are read; none of ours is required.
 *
 * @public
 */
export const annotations = {
  /** AWS Labs: one service ARN. */
  amazonEcsServiceArn: 'aws.amazon.com/amazon-ecs-service-arn',
  /** AWS Labs: `key=value`, separated by commas; all must match. */
  amazonEcsServiceTags: 'aws.amazon.com/amazon-ecs-service-tags',
  /** AWS Config provider: an ARN of any kind; of a service or a role it counts. */
  awsArn: 'aws.amazon.com/arn',
  /** Roadie: one role ARN. */
  roadieRoleArn: 'amazon.com/iam-role-arn',
  /** Ours: service ARNs, separated by commas or line breaks. */
  serviceArns: 'ecs-iam.io/service-arns',
  /** Ours: role ARNs, separated by commas or line breaks. */
  roleArns: 'ecs-iam.io/role-arns',
  /** Ours: names or ARNs of task definition families that no service runs, separated by commas or line breaks. */
  taskFamilies: 'ecs-iam.io/task-families',
} as const;
