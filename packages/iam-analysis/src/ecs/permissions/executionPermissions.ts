import type { TaskOverride } from '../service';
import type { NeedsInput } from './derivation';
import { agentWork } from './execution/agentWork';
import {
  executionRoleUse,
  namesExecutionRole,
} from './execution/executionRoleUse';
import { ownWork } from './execution/ownWork';
import type { RoleNeeds } from './permission';
import { uniteNeeds } from './uniteNeeds';

/**
 * What ECS demands of the execution role of a revision: rows E1 to E18.
 *
 * Pulls and logs are not among it where the role of an EC2 host does them; see `instancePermissions`.
 *
 * @param input - a revision and where it runs. Nothing that is not known is guessed: it is unresolved
 * @param override - of running tasks that were given an execution role of their own: that role needs the same, and the
 *   environment files of the override. Absent: the role of the definition is asked about
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 * @public
 */
export function executionPermissions(
  input: NeedsInput,
  override: TaskOverride | null = null,
): RoleNeeds {
  const own = ownWork(input, override);
  const hasRole =
    namesExecutionRole(input) || Boolean(override?.executionRoleArn);
  const use = executionRoleUse(input.compute, hasRole, own.required);
  switch (use) {
    case 'always':
    case 'unknown':
      return uniteNeeds([agentWork(input), own]);
    case 'never':
      return own;
    default:
      return use satisfies never;
  }
}
