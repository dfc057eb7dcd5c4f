import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { AnalysisSettings } from '@ecs-iam/iam-analysis';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';

/** The place that says what to scan: a configuration key, or the ARN annotations of the catalog. */
export type TargetOrigin =
  | 'ecsIam.targets'
  | 'aws.locator.resourceTaggingApi'
  | 'catalog';

/** The `ecsIam` configuration, read and checked once. */
export type EcsIamConfig = Readonly<{
  /** `from-catalog`: the accounts and regions of the ARN annotations. */
  targets: readonly Target[] | 'from-catalog';
  targetsFrom: TargetOrigin;
  schedule: SchedulerServiceTaskScheduleDefinition;
  scan: Readonly<{ shards: number; cooldownMilliseconds: number }>;
  /** An AWS-compatible server to use in place of AWS. */
  endpoint: string | undefined;
  analysis: AnalysisSettings;
  /** `aws.sso.subdomain` of the AWS Labs plugins: console links go through IAM Identity Center. */
  ssoSubdomain: string | undefined;
}>;
