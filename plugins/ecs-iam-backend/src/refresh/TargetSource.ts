import type { Target } from '@ecs-iam/plugin-ecs-iam-node';

/** Where the targets come from: configuration, or the ARN annotations of the catalog. */
export interface TargetSource {
  targets(): Promise<readonly Target[]>;
}

/** Roles that catalog annotations name; they are read beside those that ECS names. */
export interface AnnotatedRoleSource {
  roleArns(): Promise<readonly string[]>;
}
