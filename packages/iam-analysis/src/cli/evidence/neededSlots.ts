import type { TaskDefinition } from '../../ecs/taskDefinition';

/** The slots of which ECS demands what follows from a task definition. */
export const neededSlots = ['execution', 'task', 'instance'] as const;

export type NeededSlot = (typeof neededSlots)[number];

/**
 * A name for a role that has none yet. For the role of hosts it begins as Managed Instances demand it.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instances-instance-profile.html
 *
 * @param family - of the task definition; what cannot stand in a name is left out
 */
export function roleNameFor(slot: NeededSlot, family: string): string {
  const stem = family.replace(/\$\{[^}]*\}/g, '').replace(/[^\w+=,.@-]+/g, '-');
  const name = stem.replace(/^-+|-+$/g, '').slice(0, LONGEST) || 'app';
  return slot === 'instance' ? `ecsInstanceRole-${name}` : `${name}-${slot}`;
}

// IAM takes 64 characters: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
const LONGEST = 64 - 'ecsInstanceRole-'.length;

/** The role as the task definition writes it: an ARN, or a name with or without its path. */
export function roleIn(
  slot: NeededSlot,
  { executionRoleArn, taskRoleArn }: TaskDefinition,
): string | null {
  switch (slot) {
    case 'execution':
      return executionRoleArn;
    case 'task':
      return taskRoleArn;
    case 'instance':
      return null;
    default:
      return slot satisfies never;
  }
}
