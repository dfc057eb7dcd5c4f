import type { Mitigation } from '../analysis/finding';
import { intersect, type ActionSet } from '../catalogue/actionSet';
import type { Grant, RoleGrants } from './grant';
import { holdingsIn, nothingExpected, type Expectation } from './holdingsIn';
import { reachableActions } from './reachableActions';
import type { Scope } from './ResourcePattern';
import { standsAlone } from './standingOf';
import { wholeActions } from './wholeActions';

export { nothingExpected };
export type { Expectation };

/**
 * Actions that one statement grants, which all stand alike.
 *
 * @public
 */
export type Holding = Readonly<{
  grant: Grant;
  actions: ActionSet;
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
 * @returns one entry for each way in which actions of a statement stand. What certainly reaches nothing is left out
 * @public
 */
export function holdingsOf(
  role: RoleGrants,
  wanted: ActionSet,
  isExpected: Expectation = nothingExpected,
): Holding[] {
  return holdingsSeen(byAny, role, wanted, isExpected);
}

/** The same of what reaches everything alone: the scope is `all`, and statements on ARNs mostly need no look. */
export function wholeHoldingsOf(
  role: RoleGrants,
  wanted: ActionSet,
  isExpected: Expectation = nothingExpected,
): Holding[] {
  return holdingsSeen(byWhole, role, wanted, isExpected).filter(
    ({ scope }) => scope === 'all',
  );
}

// A statement that stands alone says the same of every role that has it. By category; a statement is mostly asked for in
// one slot, so the last one is enough.
type View = Readonly<{
  actionsOf: (grant: Grant) => ActionSet;
  remembered: WeakMap<
    Grant,
    Map<
      ActionSet,
      Readonly<{ isExpected: Expectation; holdings: readonly Holding[] }>
    >
  >;
}>;

const byAny: View = {
  actionsOf: reachableActions,
  remembered: new WeakMap(),
};

const byWhole: View = {
  actionsOf: wholeActions,
  remembered: new WeakMap(),
};

function holdingsSeen(
  view: View,
  role: RoleGrants,
  wanted: ActionSet,
  isExpected: Expectation,
): Holding[] {
  const found: Holding[] = [];
  const isAlone = standsAlone(role);
  for (const grant of role.grants) {
    const named = intersect(view.actionsOf(grant), wanted);
    if (named.length > 0) {
      const find = () => holdingsIn(role, grant, named, isExpected);
      found.push(
        ...(isAlone ? remember(view, grant, wanted, isExpected, find) : find()),
      );
    }
  }
  return found;
}

function remember(
  { remembered }: View,
  grant: Grant,
  wanted: ActionSet,
  isExpected: Expectation,
  find: () => readonly Holding[],
): readonly Holding[] {
  let byWanted = remembered.get(grant);
  if (byWanted === undefined) {
    byWanted = new Map();
    remembered.set(grant, byWanted);
  }
  const before = byWanted.get(wanted);
  if (before !== undefined && before.isExpected === isExpected) {
    return before.holdings;
  }
  const holdings = find();
  byWanted.set(wanted, { isExpected, holdings });
  return holdings;
}
