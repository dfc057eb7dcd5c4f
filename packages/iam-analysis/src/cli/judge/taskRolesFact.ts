import { resolveRoleArn } from '../../ecs/names/roleArn';
import { mapKnown, type Known } from '../../known';
import type { Evidence } from '../../rules/evidence';
import type { Case } from '../evidence/Case';
import { homeTold, type Owner } from '../evidence/taskHome';

export type TaskRoles = Evidence['taskRoles'];

/**
 * The two roles of the task definition. A task runs in the account of its roles: ECS takes none of another account.
 *
 * @param role - one of them, where there is one
 */
export function taskRolesFact({ facts }: Case, role: Owner): Known<TaskRoles> {
  const { partition, accountId } = role ?? homeTold(facts);
  const owner = { partition, accountId: accountId ?? '' };
  const arnOf = (nameOrArn: string | null) =>
    nameOrArn === null ? null : resolveRoleArn(nameOrArn, owner);
  return mapKnown(facts.taskDefinition, definition => ({
    task: arnOf(definition.taskRoleArn),
    execution: arnOf(definition.executionRoleArn),
  }));
}
