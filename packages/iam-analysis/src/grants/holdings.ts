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
  isExpected: Expectation = isNever,
): Holding[] {
  const found: Holding[] = [];
  const isAlone = standsAlone(role);
  for (const grant of role.grants) {
    for (const holding of isAlone
      ? rememberedHoldings(role, grant, wanted, isExpected)
      : holdingsIn(role, grant, wanted, isExpected)) {
      found.push(holding);
    }
  }
  return found;
}

/** Whether a slot is for an action of a grant. */
export type Expectation = (action: number, grant: Grant) => boolean;

function isNever(): boolean {
  return false;
}

// With no Deny and no boundary, a statement says the same of every role that has it.
function standsAlone({ denials, bounds }: RoleGrants): boolean {
  return denials.length === 0 && bounds === null;
}

const remembered = new WeakMap<
  Grant,
  Map<ActionSet, Map<Expectation, readonly Holding[]>>
>();

function rememberedHoldings(
  role: RoleGrants,
  grant: Grant,
  wanted: ActionSet,
  isExpected: Expectation,
): readonly Holding[] {
  let byWanted = remembered.get(grant);
  if (byWanted === undefined) {
    byWanted = new Map();
    remembered.set(grant, byWanted);
  }
  let byExpectation = byWanted.get(wanted);
  if (byExpectation === undefined) {
    byExpectation = new Map();
    byWanted.set(wanted, byExpectation);
  }
  const before = byExpectation.get(isExpected);
  if (before !== undefined) {
    return before;
  }
  const holdings = holdingsIn(role, grant, wanted, isExpected);
  byExpectation.set(isExpected, holdings);
  return holdings;
}

function holdingsIn(
  role: RoleGrants,
  grant: Grant,
  wanted: ActionSet,
  isExpected: Expectation,
): readonly Holding[] {
  const named = intersect(grant.reaching, wanted);
  if (named.length === 0) {
    return NOTHING;
  }
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

const NOTHING: readonly Holding[] = [];
