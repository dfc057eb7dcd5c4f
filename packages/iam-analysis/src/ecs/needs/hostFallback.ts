import type { Compute } from '../slots';

/**
 * Whether the agent pulls images and writes logs with the execution role alone. On EC2 it falls back to the role of the
 * host.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html,
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/ECR_on_ECS.html
 *
 * @param compute - where tasks run; `unknown` demands nothing by itself
 */
export function hasNoFallback(compute: Compute): boolean {
  switch (compute) {
    case 'fargate':
    case 'managed-instances':
    case 'external':
      return true;
    case 'ec2':
    case 'unknown':
      return false;
    default:
      return compute satisfies never;
  }
}
