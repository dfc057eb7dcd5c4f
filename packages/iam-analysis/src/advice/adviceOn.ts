import type { Finding } from '../analysis/finding';
import type { EvidenceInput } from '../rules/evidence';
import { proposalOf, type Proposal } from './proposal';
import { situationOf, type Judge, type LeftAlone } from './situation';
import { smallestChange } from './smallestChange';

/**
 * What to change about a finding, or why nothing can be proposed.
 *
 * @public
 */
export type Advice = Readonly<
  { kind: 'change'; proposal: Proposal } | { kind: 'none'; because: NoAdvice }
>;

/**
 * `unread`: a policy of the role that matters to it could not be read. `no-change`: no change of its policies that grants nothing new clears
 * the finding; what would, lies elsewhere or takes what only the owner knows.
 *
 * @public
 */
export type NoAdvice = 'unread' | 'no-change';

/** The smallest change of the policies of a role that clears one finding and keeps the rest. */
export function adviceOn(
  finding: Finding,
  today: EvidenceInput,
  judge: Judge,
): Advice {
  const situation = situationOf(today, judge);
  if (!situation.known || isAboutAny(situation.value.leftAlone, finding)) {
    return { kind: 'none', because: 'unread' };
  }
  const tried = smallestChange(finding, situation.value, judge);
  return tried === null
    ? { kind: 'none', because: 'no-change' }
    : {
        kind: 'change',
        proposal: proposalOf(tried.changes, situation.value, tried.after),
      };
}

function isAboutAny(leftAlone: readonly LeftAlone[], { at }: Finding): boolean {
  return leftAlone.some(({ policy }) => at.startsWith(`${policy}#`));
}
