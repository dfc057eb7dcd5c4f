import type { Proposal } from '../../advice/proposal';
import type { LeftBecause } from '../../advice/leftFinding';
import { isActive, weighsAtLeast } from '../../advice/smallestChange';
import type { RoleProposal } from '../../advice/wholeProposal';
import { adviceFor, proposalFor } from '../../analysis/advise';
import { analyse, type AnalysisOptions } from '../../analysis/analyse';
import { describeFinding } from '../../analysis/describeFinding';
import type { Finding, Severity } from '../../analysis/finding';
import { mapKnown, type Known } from '../../known';
import type { EvidenceInput } from '../../rules/evidence';
import type { RoleCase } from '../evidence/Case';
import type { DescribedFinding, Source } from './CaseReport';
import { roleInput } from './roleInput';

/** What there is to change about the role of one case. */
export type CaseAdvice = Readonly<{
  source: Source;
  given: RoleCase;
  /** Findings that weigh less are left alone. */
  atLeast: Severity;
  /** Unknown when a policy of the role could not be read. */
  advice: Known<RoleAdvice>;
}>;

export type RoleAdvice = Readonly<{
  outcome: Outcome;
  proposal: RoleProposal;
  clears: readonly DescribedFinding[];
  stays: readonly StayingFinding[];
  /** Findings that a change of their own clears, with the smallest one. */
  each: readonly (DescribedFinding & Readonly<{ own: Proposal }>)[];
}>;

/**
 * `no-need`: no finding weighs enough. `needs-usage`: some do, and only what the role has used tells what it needs instead.
 * `no-change`: some do, and nothing clears them.
 */
export type Outcome = 'change' | 'no-need' | 'needs-usage' | 'no-change';

export type StayingFinding = DescribedFinding &
  Readonly<{ because: LeftBecause }>;

/** Finds out what to change about the role of a case. Whatever uses the role is not changed. */
export function adviseOn(
  given: RoleCase,
  source: Source,
  options: AnalysisOptions,
  atLeast: Severity,
): CaseAdvice {
  const input = roleInput(given);
  return {
    source,
    given,
    atLeast,
    advice: mapKnown(proposalFor(input, { ...options, atLeast }), proposal =>
      roleAdvice(proposal, input, options, atLeast),
    ),
  };
}

function roleAdvice(
  proposal: RoleProposal,
  input: EvidenceInput,
  options: AnalysisOptions,
  atLeast: Severity,
): RoleAdvice {
  const today = analyse(input, options).findings.filter(isActive);
  const described = (finding: Finding) => ({
    finding,
    text: describeFinding(finding, options.rules),
  });
  const stays = proposal.leaves.map(({ finding, because }) => ({
    ...described(finding),
    because,
  }));
  return {
    outcome: outcomeOf(proposal, stays),
    proposal,
    clears: proposal.clears.map(described),
    stays,
    each: today
      .filter(finding => weighsAtLeast(finding, atLeast))
      .flatMap(finding => {
        const advice = adviceFor(finding, input, options);
        return advice.kind === 'change'
          ? [{ ...described(finding), own: advice.proposal }]
          : [];
      }),
  };
}

function outcomeOf(
  { write, remove }: Proposal,
  stays: readonly StayingFinding[],
): Outcome {
  if (write.length > 0 || remove.length > 0) {
    return 'change';
  }
  const isThere = (reason: LeftBecause) =>
    stays.some(({ because }) => because === reason);
  if (isThere('needs-usage')) {
    return 'needs-usage';
  }
  return isThere('no-change') ? 'no-change' : 'no-need';
}
