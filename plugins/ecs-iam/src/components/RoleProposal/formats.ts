import type { PrintedPolicy } from '@ecs-iam/plugin-ecs-iam-common';

/** The forms of a policy, in the order of the toggle. */
export const formats = [
  'json',
  'terraform',
  'cloudformation',
  'cdk',
] as const satisfies readonly (keyof PrintedPolicy)[];

/** One of the forms of a policy. */
export type Format = (typeof formats)[number];
