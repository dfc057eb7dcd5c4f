import type { Case } from '../evidence/Case';

/** @returns such as `checkout-task, task role`; of a slot without one, `checkout, no task role` */
export function roleWords({ role, slot, facts }: Case): string {
  const kind = `${slot.replace(/-/g, ' ')} role`;
  const { taskDefinition } = facts;
  if (role !== null) {
    return `${role.name}, ${kind}`;
  }
  return taskDefinition.known
    ? `${taskDefinition.value.family}, no ${kind}`
    : `No ${kind}`;
}
