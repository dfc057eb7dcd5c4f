import { known } from '../../known';
import { activeRevisions, revisionOf } from '../activeRevisions';
import { resolveRoleArn } from '../names/roleArn';
import { count, distinct, groupBy } from '../needs/phrases';
import type { RevisionShare } from '../roleUse';
import type { Service, TaskOverride } from '../service';
import type { ServiceContext } from '../serviceContext';
import type { TaskDefinition } from '../taskDefinition';
import type { RevisionGroup } from './revisionGroups';
import { unreadBecause } from './unread';

/** Where a revision and its overrides name the role of a slot. */
type RoleField = (
  named: Pick<TaskDefinition, 'taskRoleArn' | 'executionRoleArn'>,
) => string | null;

/**
 * Running tasks that have another role than their revision names, by override of RunTask or StartTask.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html
 *
 * @param context - the service and what was read around it
 * @param roleOf - the role of the slot
 * @returns one group for each role, with the revisions as the tasks run them; empty when overrides are not known
 */
export function overriddenGroups(
  { service, taskDefinitions }: ServiceContext,
  roleOf: RoleField,
): readonly RevisionGroup[] {
  const overrides = service.overrides.known ? service.overrides.value : [];
  const resolved = (named: Parameters<RoleField>[0] | undefined) => {
    const role = named ? roleOf(named) : null;
    return role === null ? null : resolveRoleArn(role, service);
  };
  const departing = overrides.flatMap(override => {
    const definition = taskDefinitions.get(override.taskDefinitionArn);
    const role = resolved(override);
    return role === null || role === resolved(definition)
      ? []
      : [{ role, override, definition }];
  });
  const shares = activeRevisions(service);
  return [...groupBy(departing, ({ role }) => role)].map(([role, members]) => ({
    roleArn: known(role),
    revisions: distinct(
      members.map(({ override }) => override.taskDefinitionArn),
    ).map(arn => shareOf(arn, shares)),
    definitions: members.flatMap(({ override, definition }) =>
      definition ? [overridden(definition, override)] : [],
    ),
    label: `${count(
      members.reduce((sum, { override }) => sum + override.tasks, 0),
      'running task',
    )}, by override`,
  }));
}

/**
 * @param service - says whether overrides are known
 * @returns a remark when they are not, as long as a task runs
 */
export function overrideNotes({
  overrides,
  runningCount,
}: Service): readonly string[] {
  return overrides.known || runningCount === 0
    ? []
    : [
        `Whether running tasks have another role by override is not known: ${unreadBecause(
          overrides,
        )}`,
      ];
}

function shareOf(
  taskDefinitionArn: string,
  shares: readonly RevisionShare[],
): RevisionShare {
  return (
    shares.find(each => each.taskDefinitionArn === taskDefinitionArn) ?? {
      taskDefinitionArn,
      revision: revisionOf(taskDefinitionArn),
      sharePercent: 0,
    }
  );
}

// As the tasks run it. Whichever container an environment file is given to, the agent reads it.
function overridden(
  definition: TaskDefinition,
  { taskRoleArn, executionRoleArn, environmentFiles }: TaskOverride,
): TaskDefinition {
  return {
    ...definition,
    taskRoleArn: taskRoleArn ?? definition.taskRoleArn,
    executionRoleArn: executionRoleArn ?? definition.executionRoleArn,
    containers: definition.containers.map(container => ({
      ...container,
      environmentFiles: [...container.environmentFiles, ...environmentFiles],
    })),
  };
}
