import { actionsIn, type ActionSet } from '../catalogue/actionSet';
import { signatureOf } from '../catalogue/catalogue';
import type { ConditionKeys, Signature } from '../catalogue/ServiceTable';
import {
  strengthForEveryAction,
  type ConditionStrength,
} from './conditionStrength';
import type { Grant, RoleGrants } from './grant';
import type { Holding } from './holdings';
import { narrowerOf } from './ResourcePattern';
import { standingOf, standsAlone, type Standing } from './standingOf';

/** Whether a slot is for an action of a grant. */
export type Expectation = (action: number, grant: Grant) => boolean;

/** The expectation of a slot that is for nothing. */
export function nothingExpected(): boolean {
  return false;
}

/**
 * How some actions of a statement stand.
 *
 * @param role - what the role holds
 * @param grant - one of its grants
 * @param named - actions that it names
 * @param isExpected - actions that the slot is for
 */
export function holdingsIn(
  role: RoleGrants,
  grant: Grant,
  named: ActionSet,
  isExpected: Expectation,
): readonly Holding[] {
  if (isExpected === nothingExpected && grant.everything && standsAlone(role)) {
    const strength = strengthForEveryAction(grant.conditions);
    if (strength !== null) {
      return [onEverything(grant, named, strength)];
    }
  }
  const standingOfAction = standings(role, grant);
  const groups: Group[] = [];
  let last: Last | null = null;
  for (const action of actionsIn(named)) {
    const standing = standingOfAction(action);
    const expected = isExpected(action, grant);
    if (
      last === null ||
      last.standing !== standing ||
      last.expected !== expected
    ) {
      const group = groupOf(groups, holdingBy(grant, standing, expected));
      last = { standing, expected, group };
    }
    append(last.group.actions, action);
  }
  return groups;
}

function onEverything(
  grant: Grant,
  actions: ActionSet,
  strength: ConditionStrength,
): Holding {
  return {
    grant,
    actions,
    scope: 'all',
    mitigatedBy: strength === 'scoping' ? 'condition' : null,
    weakened: strength === 'weak',
  };
}

// The actions of a statement share a few signatures, and stand alike by them unless a Deny or a boundary names some. What
// reaches everything stands by its condition keys alone.
function standings(
  role: RoleGrants,
  grant: Grant,
): (action: number) => Standing {
  if (!standsAlone(role)) {
    return action => standingOf(role, grant, action);
  }
  const found = new Map<Signature | ConditionKeys, Standing>();
  return action => {
    const signature = signatureOf(action);
    const key = grant.everything ? signature.conditionKeys : signature;
    const before = found.get(key);
    if (before !== undefined) {
      return before;
    }
    const standing = standingOf(role, grant, action);
    found.set(key, standing);
    return standing;
  };
}

// The actions come in ascending order.
function append(ranges: number[], action: number): void {
  if (ranges[ranges.length - 1] === action) {
    ranges[ranges.length - 1] = action + 1;
  } else {
    ranges.push(action, action + 1);
  }
}

type Group = Omit<Holding, 'actions'> & Readonly<{ actions: number[] }>;

// Neighbours mostly stand alike.
type Last = Readonly<{ standing: Standing; expected: boolean; group: Group }>;

function holdingBy(
  grant: Grant,
  { scope, passes, mitigatedBy, weakened }: Standing,
  expected: boolean,
): Group {
  const cut = narrowerOf(scope, passes) !== scope ? 'boundary' : null;
  // What the slot is for says more than that AWS wrote it under a condition.
  const taken = expected && mitigatedBy === 'condition' ? null : mitigatedBy;
  return {
    grant,
    actions: [],
    scope,
    mitigatedBy: taken ?? cut ?? (expected ? 'baseline' : null),
    weakened,
  };
}

function groupOf(groups: Group[], wanted: Group): Group {
  const before = groups.find(
    ({ scope, mitigatedBy, weakened }) =>
      scope === wanted.scope &&
      mitigatedBy === wanted.mitigatedBy &&
      weakened === wanted.weakened,
  );
  if (before !== undefined) {
    return before;
  }
  groups.push(wanted);
  return wanted;
}
