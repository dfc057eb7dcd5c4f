import type { Finding, Severity } from '../analysis/finding';
import { boundlessPlaces, isAtAny } from './boundless';
import { isSameFinding } from './sameFinding';
import type { Situation } from './situation';
import { isActive, weighsAtLeast } from './smallestChange';

/**
 * An active finding that a proposal for a role leaves, or brings.
 *
 * @public
 */
export type LeftFinding = Readonly<{ finding: Finding; because: LeftBecause }>;

/**
 * `no-change`: no change that grants nothing new clears it. `needs-usage`: the role may do everything, or all but some of it,
 * and only what it has used tells what it needs. `in-use`: it is about services that the role has used, and less than high.
 * `comes-with-it`: a weaker one, in place of a graver one. `weighs-less`: nobody asked for it.
 *
 * @public
 */
export type LeftBecause =
  | 'no-change'
  | 'needs-usage'
  | 'in-use'
  | 'comes-with-it'
  | 'weighs-less';

/**
 * Why a proposal has a finding.
 *
 * @param before - the role of today
 * @param atLeast - findings of less weight were left alone
 */
export function leftBecause(
  finding: Finding,
  before: Situation,
  atLeast: Severity,
): LeftBecause {
  const isOfToday = before.findings.some(
    each => isActive(each) && isSameFinding(finding, each),
  );
  if (!weighsAtLeast(finding, atLeast)) {
    return isOfToday ? 'weighs-less' : 'comes-with-it';
  }
  if (isLeftInUse(finding, before)) {
    return 'in-use';
  }
  if (needsUsage(finding, before)) {
    return 'needs-usage';
  }
  return isOfToday ? 'no-change' : 'comes-with-it';
}

/**
 * Whether a finding is left because it is about no more than what the role has used: of a role that may do everything, that
 * is what it needs as far as anybody knows.
 *
 * @param before - the role of today
 */
export function isLeftInUse(finding: Finding, before: Situation): boolean {
  return (
    before.today.facts.usage?.known === true &&
    !weighsAtLeast(finding, 'high') &&
    !ABOUT_THE_UNUSED.test(finding.ruleId) &&
    isAtAny(finding, boundlessPlaces(before.policies))
  );
}

const ABOUT_THE_UNUSED = /^(usage\.|iam\.not-action$)/;

function needsUsage(finding: Finding, { today, policies }: Situation): boolean {
  return (
    today.facts.usage?.known !== true &&
    (isAtAny(finding, boundlessPlaces(policies)) ||
      // Of the policies of AWS for a whole account, or for a job in it.
      (finding.ruleId === 'iam.admin-managed-policy' &&
        finding.message !== 'service'))
  );
}
