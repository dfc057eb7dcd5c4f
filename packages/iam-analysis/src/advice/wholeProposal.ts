import type { Finding, Severity } from '../analysis/finding';
import { known, type Known } from '../known';
import type { EvidenceInput } from '../rules/evidence';
import { checkProposal, isSound } from './check/checkProposal';
import { isLeftInUse, leftBecause, type LeftFinding } from './leftFinding';
import { proposalOf, type Proposal } from './proposal';
import { isSameFinding } from './sameFinding';
import { simplified } from './simplified';
import { withoutIdleDenies } from './withoutIdleDenies';
import {
  situationOf,
  withPolicies,
  type Judge,
  type LeftAlone,
  type Situation,
} from './situation';
import {
  isActive,
  smallestChange,
  weighsAtLeast,
  type IsWanted,
  type Tried,
} from './smallestChange';
import { withoutDenied } from './withoutDenied';
import { worthProposing } from './worthProposing';

/**
 * A proposal for a whole role.
 *
 * @public
 */
export type RoleProposal = Proposal &
  Readonly<{
    /** Findings that it clears. */
    clears: readonly Finding[];
    leaves: readonly LeftFinding[];
    /** Policies that it leaves as they are, whatever is wrong with them. */
    leftAlone: readonly LeftAlone[];
  }>;

/**
 * Clears the findings of a role one after the other, the worst first, each by the smallest change; then merges what has
 * become alike and takes out what has become redundant.
 * What leaves nothing to work with is not proposed; see {@link worthProposing}.
 *
 * @param atLeast - findings of less weight stay
 */
export function wholeProposal(
  today: EvidenceInput,
  judge: Judge,
  atLeast: Severity,
): Known<RoleProposal> {
  const before = situationOf(today, judge);
  if (!before.known) {
    return before;
  }
  const { changes, after } = clearAll(before.value, judge, atLeast);
  const tidy = tidied(before.value, after, judge);
  const active = before.value.findings.filter(isActive);
  const left = tidy.findings.filter(isActive);
  return known({
    ...proposalOf(changes, before.value, tidy),
    clears: active.filter(
      finding => !left.some(each => isSameFinding(each, finding)),
    ),
    leaves: left.map(finding => ({
      finding,
      because: leftBecause(finding, before.value, atLeast),
    })),
    leftAlone: before.value.leftAlone,
  });
}

// What nothing clears at first may be cleared when others are: their changes leave less to do.
function clearAll(before: Situation, judge: Judge, atLeast: Severity): Tried {
  const isDue = (finding: Finding) =>
    isActive(finding) &&
    weighsAtLeast(finding, atLeast) &&
    !isLeftInUse(finding, before);
  const isWanted = worthProposing(before);
  let done: Tried = { changes: [], after: before };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = withoutDenied(
      clearEach(done, judge, isDue, isWanted),
      before,
      judge,
    );
    if (next.changes.length === done.changes.length) {
      return done;
    }
    done = next;
  }
  return done;
}

const MOST_ROUNDS = 3;

function clearEach(
  { changes, after }: Tried,
  judge: Judge,
  isDue: (finding: Finding) => boolean,
  isWanted: IsWanted,
): Tried {
  const tried: Finding[] = [];
  let done: Tried = { changes, after };
  for (;;) {
    const [next] = done.after.findings
      .filter(isDue)
      .filter(finding => !tried.some(each => isSameFinding(finding, each)))
      .sort((a, b) => turnOf(a) - turnOf(b));
    if (next === undefined) {
      return done;
    }
    tried.push(next);
    const found = smallestChange(next, done.after, judge, isWanted);
    if (found !== null) {
      done = {
        changes: [...done.changes, ...found.changes],
        after: found.after,
      };
    }
  }
}

// Where everything is allowed, what the role has used is left first: taking single actions out of everything would be in vain.
function turnOf({ ruleId }: Finding): number {
  return ruleId === 'iam.admin-access' || ruleId === 'iam.not-action' ? 0 : 1;
}

// Only what is written anew anyway.
function tidied(before: Situation, after: Situation, judge: Judge): Situation {
  const simple = after.policies.map(policy =>
    before.policies.includes(policy) ? policy : simplified(policy, after.home),
  );
  const policies = withoutIdleDenies(simple, before.policies);
  const isTidy =
    policies.length === after.policies.length &&
    policies.every((policy, index) => policy === after.policies[index]);
  return isTidy ||
    !isSound(checkProposal(before.policies, policies, before.home))
    ? after
    : withPolicies(after, policies, judge);
}
