import type { Policy } from '../policy/roleDocuments';
import type { Statement } from '../policy/types';
import { holdAlways } from './conditionStrength';
import type { Denial, Reach, RoleGrants } from './grant';
import type { Home } from './home';
import { reachOf } from './reachOf';

/**
 * What a role holds: every Allow statement of its policies, with the Deny statements and the boundary that limit them.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 *
 * @param policies - inline and attached; one whose document is unknown holds nothing here, so ask for known ones
 * @param boundary - `null` when the role has none
 * @param home - where the role lives
 * @remarks
 * Service control policies, session policies and resource policies are not part of a role.
 * @public
 */
export function grantsOf(
  policies: readonly Policy[],
  boundary: Policy | null,
  home: Home,
): RoleGrants {
  return {
    home,
    grants: policies.flatMap(policy => reaches(policy, 'Allow', home)),
    denials: [
      ...denialsOf(policies, 'deny', home),
      ...denialsOf(boundary ? [boundary] : [], 'boundary', home),
    ],
    bounds: boundary && reaches(boundary, 'Allow', home),
  };
}

/**
 * Whether a Deny takes something away for certain: it has no condition, or one that every request meets.
 *
 * @public
 */
export function subtracts(denial: Reach): boolean {
  return holdAlways(denial.conditions);
}

function denialsOf(
  policies: readonly Policy[],
  by: Denial['by'],
  home: Home,
): Denial[] {
  return policies.flatMap(policy =>
    reaches(policy, 'Deny', home).map(reach => ({ ...reach, by })),
  );
}

function reaches(
  { id, document }: Policy,
  effect: Statement['effect'],
  home: Home,
): Reach[] {
  if (!document.known) {
    return [];
  }
  const found: Reach[] = [];
  for (const statement of document.value.statements) {
    if (statement.effect === effect) {
      const reach = reachOf(statement, id, home);
      if (reach) {
        found.push(reach);
      }
    }
  }
  return found;
}
