import {
  executionPermissions,
  resolveRoleArn,
  taskPermissions,
  uniteNeeds,
} from '@ecs-iam/iam-analysis';
import type {
  Compute,
  NeedsInput,
  RoleNeeds,
  ServiceContext,
  TaskDefinition,
  TaskOverride,
} from '@ecs-iam/iam-analysis';

/** Roles of tasks. */
export type TaskSlot = 'execution' | 'task';

/** What the needs of a revision in a service are derived from. */
export function needsInput(
  taskDefinition: TaskDefinition,
  { service, cluster, secretKeys, registry }: ServiceContext,
  compute: readonly Compute[],
): NeedsInput {
  return {
    taskDefinition,
    home: service,
    compute,
    service,
    cluster,
    secretKeys,
    registry,
  };
}

/**
 * What the tasks of a revision need of a role: of the one that the revision names, or of one that running tasks were
 * given in its place.
 *
 * @param roleArn - of the role; `null`: the revision names none
 */
export function needsOfTasks(
  slot: TaskSlot,
  roleArn: string | null,
  input: NeedsInput,
): RoleNeeds {
  const { taskDefinition } = input;
  if (roleNamedBy(taskDefinition, slot, input.home) === roleArn) {
    return derive(slot, input, null);
  }
  const overrides = input.service?.overrides;
  return uniteNeeds(
    (overrides?.known ? overrides.value : [])
      .filter(
        each =>
          each.taskDefinitionArn === taskDefinition.arn &&
          roleNamedBy(each, slot, input.home) === roleArn,
      )
      .map(each => derive(slot, input, each)),
  );
}

/** The role that a revision, or an override of it, names in a slot. */
export function roleNamedBy(
  named: Pick<TaskDefinition, 'taskRoleArn' | 'executionRoleArn'>,
  slot: TaskSlot,
  home: NeedsInput['home'],
): string | null {
  const role = slot === 'task' ? named.taskRoleArn : named.executionRoleArn;
  return role && resolveRoleArn(role, home);
}

function derive(
  slot: TaskSlot,
  input: NeedsInput,
  override: TaskOverride | null,
): RoleNeeds {
  switch (slot) {
    case 'execution':
      return executionPermissions(input, override);
    case 'task':
      return taskPermissions(input);
    default:
      return slot satisfies never;
  }
}
