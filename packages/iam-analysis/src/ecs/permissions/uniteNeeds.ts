import type { PermissionNeed, RoleNeeds } from './permission';

/**
 * What several uses of one role demand together. A need that several have is one, with the cause of the first; that its
 * lack breaks something counts if it does for one of them.
 *
 * @param all - of the uses
 * @public
 */
export function uniteNeeds(all: readonly RoleNeeds[]): RoleNeeds {
  return {
    required: requiredByAny(all),
    needs: distinctNeeds(all.flatMap(({ needs }) => needs)),
    accepted: distinct(all.flatMap(({ accepted }) => accepted)),
    unresolved: distinct(all.flatMap(({ unresolved }) => unresolved)),
    closed: all.every(({ closed }) => closed),
  };
}

function requiredByAny(all: readonly RoleNeeds[]): boolean | null {
  if (all.some(({ required }) => required === true)) {
    return true;
  }
  return all.some(({ required }) => required === null) ? null : false;
}

/**
 * @param needs - in order
 * @returns each permission once, where it stood first
 */
function distinctNeeds(
  needs: readonly PermissionNeed[],
): readonly PermissionNeed[] {
  const found = new Map<string, PermissionNeed>();
  for (const need of needs) {
    const key = keyOfNeed(need);
    const before = found.get(key);
    if (before === undefined) {
      found.set(key, need);
    } else if (need.breaks && !before.breaks) {
      found.set(key, { ...before, breaks: true, failure: need.failure });
    }
  }
  return [...found.values()];
}

/**
 * What tells needs apart: those that are alike in it are one permission, whatever causes them.
 *
 * @param need - of any use
 * @public
 */
export function keyOfNeed({
  actions,
  resources,
  conditions,
}: PermissionNeed): string {
  return JSON.stringify([actions, resources, conditions]);
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map(item => [JSON.stringify(item), item])).values()];
}
