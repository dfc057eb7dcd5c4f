import type { TaskOverride } from '@ecs-iam/iam-analysis';
import { summed } from './summed';
import type { TaskGroup } from './toTaskGroup';

/** @returns what running tasks were given in place of what their revision says */
export function overridesOf(
  groups: readonly TaskGroup[],
): readonly TaskOverride[] {
  const overridden = groups.filter(
    ({ taskRoleArn, executionRoleArn, environmentFiles }) =>
      taskRoleArn !== null ||
      executionRoleArn !== null ||
      environmentFiles.length > 0,
  );
  return summed(overridden.map(toCounted)).map(({ count, ...override }) => ({
    ...override,
    tasks: count,
  }));
}

function toCounted({
  taskDefinitionArn,
  taskRoleArn,
  executionRoleArn,
  environmentFiles,
  count,
}: TaskGroup): Omit<TaskOverride, 'tasks'> & Readonly<{ count: number }> {
  return {
    taskDefinitionArn,
    taskRoleArn,
    executionRoleArn,
    environmentFiles,
    count,
  };
}
