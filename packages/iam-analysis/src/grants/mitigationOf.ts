import type { Mitigation } from '../analysis/finding';
import {
  actionsIn,
  intersect,
  sizeOf,
  subtract,
  uniteAll,
  type ActionSet,
} from '../catalogue/actionSet';
import { conditionStrength } from './conditionStrength';
import type { Denial, Grant, RoleGrants } from './grant';
import { subtracts } from './grantsOf';
import type { Expectation } from './holdings';
import { standingOf } from './standingOf';

/**
 * What takes all of some actions of a statement away.
 *
 * @param role - what the role holds
 * @param grant - one of its grants
 * @param actions - some that it reaches something with
 * @param isExpected - actions that the slot is for: they are mitigated by `baseline`, unless something else does it
 * @returns `null` when one of them stands
 * @remarks
 * What a Deny or the boundary takes away whatever the resource is found in sets; of the rest a few are looked at, one by
 * one. When those are all mitigated and there are more, the statement counts as effective.
 */
export function mitigationOf(
  role: RoleGrants,
  grant: Grant,
  actions: ActionSet,
  isExpected: Expectation = () => false,
): Mitigation | null {
  const left = subtract(actions, deniedBy(role, 'deny'));
  if (left.length === 0) {
    return actions.length === 0 ? null : 'deny';
  }
  const passing = subtract(
    role.bounds === null ? left : intersect(left, boundedBy(role)),
    deniedBy(role, 'boundary'),
  );
  if (passing.length === 0) {
    return 'boundary';
  }
  return conditionStrength(grant.conditions) === 'scoping' &&
    !isAllExpected(grant, passing, isExpected)
    ? 'condition'
    : mitigationOfFew(role, grant, passing, isExpected);
}

const FEW = 64;

function isAllExpected(
  grant: Grant,
  actions: ActionSet,
  isExpected: Expectation,
): boolean {
  return (
    sizeOf(actions) <= FEW &&
    [...actionsIn(actions)].every(action => isExpected(action, grant))
  );
}

function mitigationOfFew(
  role: RoleGrants,
  grant: Grant,
  actions: ActionSet,
  isExpected: Expectation,
): Mitigation | null {
  let first: Mitigation | null = null;
  let count = 0;
  for (const action of actionsIn(actions)) {
    if (++count > FEW) {
      return null;
    }
    const { scope, passes, mitigatedBy } = standingOf(role, grant, action);
    const cut = passes === scope ? null : ('boundary' as const);
    const expected = isExpected(action, grant);
    const taken = expected && mitigatedBy === 'condition' ? null : mitigatedBy;
    const reason = taken ?? cut ?? (expected ? ('baseline' as const) : null);
    if (reason === null) {
      return null;
    }
    first ??= reason;
  }
  return first;
}

/** The known actions that a Deny takes away on every resource. */
export function deniedBy(role: RoleGrants, by: Denial['by']): ActionSet {
  const whole = role.denials.filter(
    denial => denial.by === by && denial.everything && subtracts(denial),
  );
  return uniteAll(whole.map(({ known }) => known));
}

function boundedBy({ bounds }: RoleGrants): ActionSet {
  return uniteAll((bounds ?? []).map(({ known }) => known));
}
