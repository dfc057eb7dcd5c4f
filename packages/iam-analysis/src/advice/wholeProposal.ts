import { severities, type Finding, type Severity } from '../analysis/finding';
import { known, type Known } from '../known';
import type { EvidenceInput } from '../rules/evidence';
import type { Change } from './change/change';
import { checkProposal, isSound } from './check/checkProposal';
import { proposalOf, type Proposal } from './proposal';
import { isSameFinding } from './sameFinding';
import { simplified } from './simplified';
import { withoutIdleDenies } from './withoutIdleDenies';
import {
  situationOf,
  withPolicies,
  type Judge,
  type Situation,
} from './situation';
import { isActive, smallestChange } from './smallestChange';

/**
 * A proposal for a whole role.
 *
 * @public
 */
export type RoleProposal = Proposal &
  Readonly<{
    /** Findings that it clears. */
    clears: readonly Finding[];
    /** Active findings that it leaves, or that come with it: a weaker one in place of a graver one. */
    leaves: readonly Finding[];
  }>;

/**
 * Clears the findings of a role one after the other, the worst first, each by the smallest change; then merges what has
 * become alike and takes out what has become redundant.
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
  const leaves = tidy.findings.filter(isActive);
  return known({
    ...proposalOf(changes, before.value, tidy),
    clears: active.filter(
      finding => !leaves.some(each => isSameFinding(each, finding)),
    ),
    leaves,
  });
}

// What nothing clears at first may be cleared when others are: their changes leave less to do.
function clearAll(
  before: Situation,
  judge: Judge,
  atLeast: Severity,
): Progress {
  let done: Progress = { changes: [], after: before };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = clearEach(done, judge, atLeast);
    if (next.changes.length === done.changes.length) {
      return done;
    }
    done = next;
  }
  return done;
}

const MOST_ROUNDS = 3;

type Progress = Readonly<{ changes: readonly Change[]; after: Situation }>;

function clearEach(
  { changes, after }: Progress,
  judge: Judge,
  atLeast: Severity,
): Progress {
  const tried: Finding[] = [];
  let done: Progress = { changes, after };
  for (;;) {
    const next = done.after.findings.find(
      finding =>
        isActive(finding) &&
        severities.indexOf(finding.severity) <= severities.indexOf(atLeast) &&
        !tried.some(each => isSameFinding(finding, each)),
    );
    if (next === undefined) {
      return done;
    }
    tried.push(next);
    const found = smallestChange(next, done.after, judge);
    if (found !== null) {
      done = {
        changes: [...done.changes, ...found.changes],
        after: found.after,
      };
    }
  }
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
