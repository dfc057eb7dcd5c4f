import type { CaseFacts } from './Case';

/** The slots that a task definition leaves without a role. */
export function slotsWithoutRole({
  taskDefinition,
}: CaseFacts): readonly ('task' | 'execution')[] {
  if (!taskDefinition.known) {
    return [];
  }
  const { taskRoleArn, executionRoleArn } = taskDefinition.value;
  return [
    ...(taskRoleArn === null ? (['task'] as const) : []),
    ...(executionRoleArn === null ? (['execution'] as const) : []),
  ];
}
