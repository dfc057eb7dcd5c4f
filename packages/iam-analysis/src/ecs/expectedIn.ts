import { holds } from '../catalogue/actionSet';
import { lazily } from '../catalogue/lazily';
import { baselinePolicies } from './baselinePolicies';
import { roleSlots, type RoleSlot } from './slots';
import type { Grant, Reach } from '../grants/grant';
import { grantsOf } from '../grants/grantsOf';
import { nothingExpected } from '../grants/holdings';
import { homeOf } from '../grants/home';
import { reachesAllOf } from '../grants/scopeOf';
import { known } from '../known';
import { parsePolicy } from '../policy/parsePolicy';
import type { Condition } from '../policy/types';

/**
 * What the AWS managed policies of a slot grant is expected of a role in it, and mitigated by `baseline`.
 *
 * @param slot - where the role is used
 * @returns whether an action of a grant is expected: the baseline has it as far, under no further condition
 */
export function expectedIn(
  slot: RoleSlot,
): (action: number, grant: Grant) => boolean {
  return expectations().get(slot) ?? nothingExpected;
}

// One function a slot, so that what was found out with it can be remembered by it.
const expectations = lazily(
  (): ReadonlyMap<RoleSlot, (action: number, grant: Grant) => boolean> =>
    new Map(
      [...baselines()]
        .filter(([, baseline]) => baseline.length > 0)
        .map(([slot, baseline]) => [
          slot,
          (action, grant) =>
            baseline.some(
              reach =>
                holds(reach.known, action) &&
                isUnderAtLeast(grant.conditions, reach.conditions) &&
                reachesAllOf(reach, grant, action),
            ),
        ]),
    ),
);

const baselines = lazily(
  (): ReadonlyMap<RoleSlot, readonly Reach[]> =>
    new Map(
      roleSlots.map(slot => [
        slot,
        grantsOf(
          baselinePolicies(slot).map(({ name, document }) => ({
            id: name,
            name,
            arn: null,
            document: known(parsePolicy(JSON.stringify(document))),
          })),
          null,
          homeOf(null),
        ).grants,
      ]),
    ),
);

function isUnderAtLeast(
  conditions: readonly Condition[],
  expected: readonly Condition[],
): boolean {
  const texts = conditions.map(each => JSON.stringify(each));
  return expected.every(each => texts.includes(JSON.stringify(each)));
}
