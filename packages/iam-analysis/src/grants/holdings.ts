import { actionsIn, intersect, type ActionSet } from '../catalogue/actionSet';
import type { Mitigation } from '../analysis/finding';
import type { Grant, RoleGrants } from './grant';
import { narrowerOf, type Scope } from './ResourcePattern';
import { standingOf } from './standingOf';

/**
 * Actions that one statement grants, which all stand alike.
 *
 * @public
 */
export type Holding = Readonly<{
  grant: Grant;
  /** Numbers of the catalogue, ascending. */
  actions: readonly number[];
  /** How far the statement reaches; where the boundary lets less through, `mitigatedBy` says so. */
  scope: Scope;
  mitigatedBy: Mitigation | null;
  /** Effective, but only under a condition that holds little back. */
  weakened: boolean;
}>;

/**
 * What a role holds of some actions, statement by statement.
 *
 * @param role - what the role holds
 * @param wanted - the actions in question
 * @param isExpected - actions that the slot is for: they are mitigated by `baseline`, unless something else does it
 * @returns one entry for each way in which actions of a statement stand; the scope of those that reach no resource is
 *   `none`
 * @public
 */
export function holdingsOf(
  role: RoleGrants,
  wanted: ActionSet,
  isExpected: (action: number, grant: Grant) => boolean = () => false,
): Holding[] {
  const found: Holding[] = [];
  for (const grant of role.grants) {
    const named = intersect(grant.known, wanted);
    if (named.length > 0) {
      found.push(...holdingsIn(role, grant, named, isExpected));
    }
  }
  return found;
}

function holdingsIn(
  role: RoleGrants,
  grant: Grant,
  named: ActionSet,
  isExpected: (action: number, grant: Grant) => boolean,
): Holding[] {
  const groups = new Map<string, Holding & { actions: number[] }>();
  for (const action of actionsIn(named)) {
    const { scope, passes, mitigatedBy, weakened } = standingOf(
      role,
      grant,
      action,
    );
    const cut = narrowerOf(scope, passes) !== scope ? 'boundary' : null;
    const expected = isExpected(action, grant) ? 'baseline' : null;
    const reason = mitigatedBy ?? cut ?? expected;
    const key = `${scope} ${reason} ${weakened}`;
    const group = groups.get(key);
    if (group) {
      group.actions.push(action);
    } else {
      groups.set(key, {
        grant,
        actions: [action],
        scope,
        mitigatedBy: reason,
        weakened,
      });
    }
  }
  return [...groups.values()];
}
