import { adviceOn, type Advice } from '../advice/adviceOn';
import { wholeProposal, type RoleProposal } from '../advice/wholeProposal';
import type { Judge } from '../advice/situation';
import type { Known } from '../known';
import type { EvidenceInput } from '../rules/evidence';
import { analyse, type AnalysisOptions } from './analyse';
import type { Finding, Severity } from './finding';

/**
 * The smallest change of a role's policies that clears a finding and keeps the rest. It was tried out: with it the rules
 * find this no more and nothing else as grave, and the role is granted nothing new. Where the change takes what only the
 * owner knows, such as the ARNs that the application uses, the dangerous actions go, and `drops` lists them.
 *
 * @param finding - an active one that `analyse` made of this evidence
 * @param input - what is known of the role
 * @param options - as for `analyse`
 * @public
 */
export function adviceFor(
  finding: Finding,
  input: EvidenceInput,
  options: AnalysisOptions,
): Advice {
  return adviceOn(finding, input, judgeBy(options));
}

/**
 * The policies of a role without its findings: the changes for all of them, one after the other, the worst first. Some
 * permission stays, for a role without any is of no use.
 *
 * @param input - what is known of the role
 * @param options - as for `analyse`; `atLeast`: findings that weigh less are left alone; absent: `low`, so that only what
 *   informs is
 * @returns unknown when a policy of the role could not be read, other than the trust policy. Nothing of a role that may do
 *   everything, when it is not known what the role has used: `leaves` holds what only that can tell
 * @public
 */
export function proposalFor(
  input: EvidenceInput,
  options: AnalysisOptions & Readonly<{ atLeast?: Severity }>,
): Known<RoleProposal> {
  return wholeProposal(input, judgeBy(options), options.atLeast ?? 'low');
}

function judgeBy(options: AnalysisOptions): Judge {
  return input => analyse(input, options).findings;
}
