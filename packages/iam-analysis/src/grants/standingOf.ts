import type { Clause } from '../policy/types';
import {
  clauseCovers,
  comparableActions,
  comparableResources,
  coversNearly,
  coversPattern,
} from './clauses';
import {
  conditionStrength,
  strongerOf,
  type ConditionStrength,
} from './conditionStrength';
import { subtracts } from './grantsOf';
import type { Denial, Grant, Reach } from './grant';

/**
 * How a part of a grant stands after deny, boundary and conditions.
 *
 * @public
 */
export type Standing = Readonly<{
  /** What takes it away; `null` when it is effective. */
  mitigatedBy: 'deny' | 'boundary' | 'condition' | null;
  /** It is effective, but only under a condition that holds little back. */
  weakened: boolean;
}>;

/**
 * @param grant - one that holds the actions
 * @param action - the actions in question, as one lower-case pattern such as `iam:?*`
 * @param resources - where they matter; absent: wherever the grant reaches
 * @remarks
 * A Deny of a smaller scope than the grant's, or of single actions of the pattern, leaves it standing.
 * @public
 */
export function standingOf(
  grant: Grant,
  action: string,
  resources: Clause = grant.resources,
): Standing {
  const denial = grant.denials.find(
    each => subtracts(each) && removes(each, grant, action),
  );
  if (denial) {
    return { mitigatedBy: denial.by, weakened: false };
  }
  const passage = passageThrough(grant.bounds, action, resources);
  if (passage === null || passage === 'scoping') {
    return { mitigatedBy: 'boundary', weakened: false };
  }
  const strength = strongerOf(conditionStrength(grant.conditions), passage);
  return {
    mitigatedBy: strength === 'scoping' ? 'condition' : null,
    weakened: strength === 'weak',
  };
}

function removes(denial: Denial, grant: Grant, action: string): boolean {
  return (
    coversPattern(comparableActions(denial.actions), action) &&
    clauseCovers(
      comparableResources(denial.resources),
      comparableResources(grant.resources),
    )
  );
}

// The weakest condition under which the boundary lets it through; `null` when it does not.
function passageThrough(
  bounds: readonly Reach[] | null,
  action: string,
  resources: Clause,
): ConditionStrength | null {
  if (bounds === null) {
    return 'none';
  }
  const strengths = bounds
    .filter(
      bound =>
        coversNearly(comparableActions(bound.actions), action) &&
        clauseCovers(
          comparableResources(bound.resources),
          comparableResources(resources),
        ),
    )
    .map(bound => conditionStrength(bound.conditions));
  return strengths.length === 0
    ? null
    : strengths.reduce((a, b) => (strongerOf(a, b) === a ? b : a));
}
