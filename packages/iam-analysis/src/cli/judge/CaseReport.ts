import { describeFinding } from '../../analysis/describeFinding';
import type { AnalysisOptions } from '../../analysis/analyse';
import type { Finding, FindingText, Undecided } from '../../analysis/finding';
import type { Case } from '../evidence/Case';
import { judgeCase } from './judgeCase';

/** Where a case was read. */
export type Source = Readonly<{
  /** As it was named; `-` for the standard input. */
  file: string;
  text: string;
  /** JSON pointer of the case in the file. */
  at: string;
  /** JSON pointer of its role; of the case, for a slot without a role. */
  roleAt: string;
}>;

export type DescribedFinding = Readonly<{
  finding: Finding;
  text: FindingText;
}>;

/** What there is to say of one case. */
export type CaseReport = Readonly<{
  source: Source;
  given: Case;
  /** The worst first. */
  findings: readonly DescribedFinding[];
  undecided: readonly Undecided[];
}>;

/** Judges a case, and renders the text of what is found. */
export function reportOn(
  given: Case,
  source: Source,
  options: AnalysisOptions,
): CaseReport {
  const { findings, undecided } = judgeCase(given, options);
  return {
    source,
    given,
    findings: findings.map(finding => ({
      finding,
      text: describeFinding(finding, options.rules),
    })),
    undecided,
  };
}
