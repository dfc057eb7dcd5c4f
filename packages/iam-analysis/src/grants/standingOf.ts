import { holds } from '../catalogue/actionSet';
import {
  conditionStrength,
  strongerOf,
  type ConditionStrength,
} from './conditionStrength';
import { subtracts } from './grantsOf';
import type { Denial, Grant, Reach, RoleGrants } from './grant';
import { narrowerOf, widerOf, type Scope } from './ResourcePattern';
import { reachesAllOf, reachesMeet, scopeOf } from './scopeOf';

/**
 * How an action of a grant stands after deny, boundary and conditions.
 *
 * @public
 */
export type Standing = Readonly<{
  /** How far the statement reaches with it. */
  scope: Scope;
  /** How far the boundary lets that through. */
  passes: Scope;
  /** What takes it away; `null` when it is effective. */
  mitigatedBy: 'deny' | 'boundary' | 'condition' | null;
  /** It is effective, but only under a condition that holds little back. */
  weakened: boolean;
}>;

/**
 * @param role - what the role holds
 * @param grant - one of its grants
 * @param action - one that the grant names
 * @remarks
 * A Deny takes an action away when no condition can keep it from applying, and when it reaches all that the grant
 * reaches. A narrower or conditional one leaves it standing. Where the grant reaches nothing, nothing is taken away.
 * @public
 */
export function standingOf(
  role: RoleGrants,
  grant: Grant,
  action: number,
): Standing {
  const scope = scopeOf(grant, action);
  if (scope === 'none') {
    return { scope, passes: scope, mitigatedBy: null, weakened: false };
  }
  const denial = denialOf(role.denials, grant, action);
  if (denial) {
    return { scope, passes: 'none', mitigatedBy: denial.by, weakened: false };
  }
  const passage = passageThrough(role.bounds, grant, action, scope);
  if (passage.scope === 'none' || passage.strength === 'scoping') {
    return {
      scope,
      passes: passage.scope,
      mitigatedBy: 'boundary',
      weakened: false,
    };
  }
  const strength = strongerOf(
    conditionStrength(grant.conditions, action),
    passage.strength,
  );
  return {
    scope,
    passes: passage.scope,
    mitigatedBy: strength === 'scoping' ? 'condition' : null,
    weakened: strength === 'weak',
  };
}

/** Whether no Deny and no boundary limits what a role holds. */
export function standsAlone({ denials, bounds }: RoleGrants): boolean {
  return denials.length === 0 && bounds === null;
}

// The Deny that takes an action of a grant away.
function denialOf(
  denials: readonly Denial[],
  grant: Reach,
  action: number,
): Denial | undefined {
  return denials.find(
    denial =>
      holds(denial.known, action) &&
      subtracts(denial) &&
      reachesAllOf(denial, grant, action),
  );
}

type Passage = Readonly<{ scope: Scope; strength: ConditionStrength }>;

// The statement of the boundary that lets the most through, under the least condition.
function passageThrough(
  bounds: RoleGrants['bounds'],
  grant: Grant,
  action: number,
  scope: Scope,
): Passage {
  if (bounds === null) {
    return { scope, strength: 'none' };
  }
  let best: Passage = { scope: 'none', strength: 'scoping' };
  for (const bound of bounds) {
    if (holds(bound.known, action) && reachesMeet(bound, grant, action)) {
      const passes = reachesAllOf(bound, grant, action)
        ? scope
        : narrowerOf(scope, scopeOf(bound, action));
      best = better(best, {
        scope: passes,
        strength: conditionStrength(bound.conditions, action),
      });
    }
  }
  return best;
}

function better(a: Passage, b: Passage): Passage {
  if (a.scope !== b.scope) {
    return widerOf(a.scope, b.scope) === a.scope ? a : b;
  }
  return strongerOf(a.strength, b.strength) === a.strength ? b : a;
}
