import type { Case } from '../evidence/Case';

/** @returns such as `checkout-task, task role` */
export function roleWords({ role, slot }: Case): string {
  return `${role.name}, ${slot.replace(/-/g, ' ')} role`;
}
