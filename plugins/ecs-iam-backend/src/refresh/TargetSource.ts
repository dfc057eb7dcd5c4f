import type { TaskFamily } from '@ecs-iam/iam-analysis';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';

/** Where the targets come from: configuration, or the ARN annotations of the catalog. */
export interface TargetSource {
  targets(): Promise<readonly Target[]>;
}

/** What catalog annotations name beside services; it is read beside what ECS lists by itself. */
export interface AnnotatedNameSource {
  names(): Promise<AnnotatedNameList>;
}

export type AnnotatedNameList = Readonly<{
  roleArns: readonly string[];
  /** A family without a place is looked for in every target. */
  families: readonly TaskFamily[];
}>;
