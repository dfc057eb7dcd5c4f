import { intersect, uniteAll, type ActionSet } from '../../catalogue/actionSet';
import { clausesMeet, comparableActions } from '../../grants/clauses';
import { neverHolds } from '../../grants/vacuity';
import type { Denial, Grant, RoleGrants } from '../../grants/grant';
import { reachableActions } from '../../grants/reachableActions';
import { comparisons, resourcesMeet } from '../../grants/reachCovers';
import type { Clause } from '../../policy/types';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { isWrittenByAws } from './awsManaged';
import { writtenPatterns } from './expansion';
import { leftOut } from './atMost';

/**
 * A Deny that takes nothing away of what the role holds today. Requests without TLS are not counted among those that
 * never come: some endpoints of AWS still answer them. Nor is a Deny that AWS writes: it stands in a policy for many
 * roles. Actions that nobody knows are `iam.unknown-action`.
 */
export const ineffectiveDeny = defineRule({
  id: 'iam.ineffective-deny',
  title: 'Deny takes nothing away',
  severity: 'info',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'Whoever reads the policy relies on the Deny. When it misses what it was meant for, by another form of ARN or a condition that no request meets, the role keeps what was to be taken away.',
    fix: 'Find out what it was meant to forbid, and correct its actions, resources or condition. If the role no longer has any of that, delete it.',
    leaveIt:
      'It stands there for later: whatever is attached to the role one day, this much stays forbidden.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    ],
  },
  messages: {
    notGranted: (d: Denied) =>
      `Nothing is taken away: no statement of the role allows any of ${quoted(
        d.actions,
      )}.`,
    otherResources: (d: Denied) =>
      `Nothing is taken away: no statement of the role allows its actions on ${quoted(
        d.resources,
      )}.`,
    noResource: (d: Denied) =>
      `Nothing is forbidden: none of ${quoted(d.actions)} takes ${quoted(
        d.resources,
      )} for its resource.`,
    neverHolds: (d: Denied & { keys: readonly string[] }) =>
      `Nothing is forbidden: no request of these actions meets the condition on ${quoted(
        d.keys,
      )}.`,
  },
  *check({ grants: role }) {
    if (role.denials.length === 0) {
      return;
    }
    const granted = uniteAll(role.grants.map(reachableActions));
    const budget = { left: MOST_COMPARISONS };
    for (const denial of role.denials) {
      if (denial.by === 'deny' && !isWrittenByAws(denial.at)) {
        const verdict = verdictOn(denial, role, granted, budget);
        if (verdict) {
          yield { ...verdict, at: denial.at };
        }
      }
    }
    if (budget.left < 0) {
      yield leftOut(
        'the role has too many Deny statements to compare them all',
      );
    }
  },
});

type Budget = { left: number };

function verdictOn(
  denial: Denial,
  role: RoleGrants,
  granted: ActionSet,
  budget: Budget,
) {
  const { actions, resources, conditions } = denial;
  const data: Denied = {
    actions: writtenPatterns(actions),
    resources: writtenPatterns(resources),
  };
  const effective = reachableActions(denial);
  if (effective.length === 0 && denial.known.length > 0) {
    return { message: 'noResource', data } as const;
  }
  const common = intersect(effective, granted);
  if (common.length === 0) {
    return meetsUnknown(denial, role)
      ? null
      : ({ message: 'notGranted', data } as const);
  }
  const keys = conditions
    .filter(each => neverHolds(each, common))
    .map(({ key }) => key);
  if (keys.length > 0) {
    return { message: 'neverHolds', data: { ...data, keys } } as const;
  }
  return meetsSome(denial, role, common, budget)
    ? null
    : ({ message: 'otherResources', data } as const);
}

type Denied = Readonly<{
  actions: readonly string[];
  resources: readonly string[];
}>;

// Each Deny is compared with each Allow: of a role that is filled up to the limits of IAM, the rest stays undecided.
const MOST_COMPARISONS = 10_000;

function meetsSome(
  denial: Denial,
  role: RoleGrants,
  common: ActionSet,
  budget: Budget,
): boolean {
  return role.grants.some(grant => {
    budget.left -= 1;
    if (budget.left >= 0 && intersect(grant.known, common).length === 0) {
      return false;
    }
    budget.left -= comparisons(denial, grant);
    return budget.left < 0 || resourcesMeet(denial, grant);
  });
}

// What the catalogue does not know may be what the Deny is about.
function meetsUnknown({ actions }: Denial, { grants }: RoleGrants): boolean {
  const compared = comparableActions(actions);
  return grants.some(
    ({ unknownActions, actions: { kind } }: Grant) =>
      kind === 'only' &&
      unknownActions.length > 0 &&
      clausesMeet(asClause(unknownActions), compared),
  );
}

function asClause(patterns: readonly string[]): Clause {
  return comparableActions({ kind: 'only', patterns });
}
