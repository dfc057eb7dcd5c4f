import type { RoleNeeds } from './permission';

/** @param all - of several uses of one role */
export function uniteNeeds(all: readonly RoleNeeds[]): RoleNeeds {
  return {
    required: all.some(each => each.required === true)
      ? true
      : all.some(each => each.required === null)
      ? null
      : false,
    needs: all.flatMap(each => each.needs),
    accepted: all.flatMap(each => each.accepted),
    unresolved: all.flatMap(each => each.unresolved),
    closed: all.every(each => each.closed),
  };
}
