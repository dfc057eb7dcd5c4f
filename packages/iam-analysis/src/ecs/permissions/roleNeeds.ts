import type { PermissionNeed, RoleNeeds } from './permission';

/**
 * @param parts - what differs from a need without conditions, whose lack breaks something, and that the role alone decides
 */
export function needOf(
  parts: Omit<
    PermissionNeed,
    'conditions' | 'context' | 'breaks' | 'alsoNeeds'
  > &
    Partial<PermissionNeed>,
): PermissionNeed {
  return {
    conditions: [],
    context: {},
    breaks: true,
    alsoNeeds: null,
    ...parts,
  };
}

/** @param parts - what differs from demanding nothing */
export function roleNeeds(parts: Partial<RoleNeeds>): RoleNeeds {
  return {
    required: false,
    needs: [],
    accepted: [],
    unresolved: [],
    closed: true,
    ...parts,
  };
}

export const NOTHING: RoleNeeds = roleNeeds({});
