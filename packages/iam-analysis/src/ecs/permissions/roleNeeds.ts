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

/**
 * @param part - that a role may hold, but need not
 * @param why - in a sentence without a full stop
 */
export function leftAlone(
  { needs, accepted }: RoleNeeds,
  why: string,
): RoleNeeds {
  return roleNeeds({
    accepted: [
      ...needs.map(({ actions, resources }) => ({ actions, resources, why })),
      ...accepted,
    ],
  });
}
