import {
  comparableActions,
  comparableResources,
  clauseCovers,
  coversPattern,
} from './clauses';
import {
  conditionStrength,
  strongerOf,
  type ConditionStrength,
} from './conditionStrength';
import type { Grant, Reach, RoleGrants } from './grant';
import { subtracts } from './grantsOf';
import type { Standing } from './standingOf';

/** How an action stands of which the catalogue knows neither resources nor condition keys. */
export type UnknownStanding = Readonly<{
  /** It is granted on whatever there is. */
  everywhere: boolean;
  mitigatedBy: Standing['mitigatedBy'];
  weakened: boolean;
}>;

/**
 * An action that AWS added after the day of the catalogue is as dangerous as any: what a policy says of it is read
 * pattern by pattern.
 *
 * @param role - what the role holds
 * @param grant - one of its grants
 * @param action - that it names: a name or a pattern, such as `newservice:*`
 */
export function standingOfUnknown(
  role: RoleGrants,
  grant: Grant,
  action: string,
): UnknownStanding {
  const { everything: everywhere } = grant;
  const isAbout = (reach: Reach) =>
    coversPattern(comparableActions(reach.actions), action.toLowerCase()) &&
    clauseCovers(
      comparableResources(reach.resources),
      comparableResources(grant.resources),
    );
  const denial = role.denials.find(each => subtracts(each) && isAbout(each));
  if (denial) {
    return { everywhere, mitigatedBy: denial.by, weakened: false };
  }
  const passage = leastStrength(role.bounds?.filter(isAbout));
  if (passage === 'scoping') {
    return { everywhere, mitigatedBy: 'boundary', weakened: false };
  }
  const strength = strongerOf(conditionStrength(grant.conditions), passage);
  return {
    everywhere,
    mitigatedBy: strength === 'scoping' ? 'condition' : null,
    weakened: strength === 'weak',
  };
}

// Of the statements of a boundary that let it through, the one that holds back least. None: nothing passes.
function leastStrength(
  bounds: readonly Reach[] | undefined,
): ConditionStrength {
  return bounds === undefined
    ? 'none'
    : bounds
        .map(({ conditions }) => conditionStrength(conditions))
        .reduce(
          (least, each) => (strongerOf(least, each) === least ? each : least),
          'scoping',
        );
}
