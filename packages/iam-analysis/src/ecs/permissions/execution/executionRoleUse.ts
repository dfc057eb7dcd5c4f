import { hasNoFallback } from '../../needs/hostFallback';
import type { NeedsInput } from '../derivation';
import type { Compute } from '../../slots';

/**
 * Whether the agent pulls images and writes logs with the execution role. On Fargate, Managed Instances and external hosts
 * it does. On EC2 it does when the task has one, and falls back to the role of the host otherwise.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html,
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/ECR_on_ECS.html
 *
 * @param compute - where the tasks run
 * @param hasRole - the task names an execution role
 * @param needsRole - whether something else needs one, so that it will be named
 */
export function executionRoleUse(
  compute: readonly Compute[],
  hasRole: boolean,
  needsRole: boolean | null,
): 'always' | 'never' | 'unknown' {
  if (hasRole || needsRole === true || requiredForAgent(compute) === true) {
    return 'always';
  }
  return needsRole === false && requiredForAgent(compute) === false
    ? 'never'
    : 'unknown';
}

/** @returns whether the agent cannot do without an execution role where the tasks run; `null`: where they run is not known */
export function requiredForAgent(compute: readonly Compute[]): boolean | null {
  if (compute.some(hasNoFallback)) {
    return true;
  }
  return compute.length === 0 || compute.includes('unknown') ? null : false;
}

/** @returns whether the definition names an execution role */
export function namesExecutionRole({
  taskDefinition,
}: Pick<NeedsInput, 'taskDefinition'>): boolean {
  return Boolean(taskDefinition.executionRoleArn);
}
