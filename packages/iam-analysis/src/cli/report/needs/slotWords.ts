import type { NeededSlot } from '../../evidence/neededSlots';

/** @returns such as `Execution role` */
export function slotWords(slot: NeededSlot): string {
  return `${slot.charAt(0).toUpperCase()}${slot.slice(1)} role`;
}
