import {
  holds,
  NO_ACTIONS,
  uniteAll,
  type ActionSet,
} from '../catalogue/actionSet';
import { lazily } from '../catalogue/lazily';
import { baselinePolicies, type ManagedPolicy } from './baselinePolicies';
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

/** @returns the actions that the AWS managed policies of a slot grant: no other is expected there */
export function expectableIn(slot: RoleSlot): ActionSet {
  return expectable().get(slot) ?? NO_ACTIONS;
}

const expectable = lazily(
  (): ReadonlyMap<RoleSlot, ActionSet> =>
    new Map(
      [...baselines()].map(([slot, baseline]) => [
        slot,
        uniteAll(baseline.map(({ known: actions }) => actions)),
      ]),
    ),
);

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
        baselinePolicies(slot).flatMap(({ name, document }) =>
          textsOf(document).flatMap(text => reachesOf(name, text)),
        ),
      ]),
    ),
);

// In other partitions, AWS publishes the same policies with their ARNs.
const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov'];

function textsOf(document: ManagedPolicy['document']): string[] {
  const text = JSON.stringify(document);
  return text.includes('arn:aws:')
    ? PARTITIONS.map(each => text.replaceAll('arn:aws:', `arn:${each}:`))
    : [text];
}

function reachesOf(name: string, text: string): readonly Reach[] {
  const document = known(parsePolicy(text));
  const policy = { id: name, name, arn: null, document };
  return grantsOf([policy], null, homeOf(null)).grants;
}

function isUnderAtLeast(
  conditions: readonly Condition[],
  expected: readonly Condition[],
): boolean {
  const texts = conditions.map(each => JSON.stringify(each));
  return expected.every(each => texts.includes(JSON.stringify(each)));
}
