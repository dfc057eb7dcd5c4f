import type { LeftBecause } from '../../../advice/leftFinding';
import type { LeftAlone } from '../../../advice/situation';
import { quoted } from '../../../rules/words';
import type { CaseAdvice, StayingFinding } from '../../judge/CaseAdvice';
import { policyWords } from '../placeWords';
import { roleWords } from '../roleWords';

/** Why a role is left as it is, in one line. */
export function noChangeText({ given, atLeast, advice }: CaseAdvice): string {
  const who = roleWords(given);
  if (!advice.known) {
    return `${who}: nothing can be proposed, because ${advice.because}.`;
  }
  const { outcome, stays, proposal } = advice.value;
  const sentences = [
    outcome === 'change' || outcome === 'no-need'
      ? `nothing has to change; no finding is ${atLeast} or worse.`
      : `nothing can be proposed; ${reasonsWords(stays)}.`,
    ...proposal.leftAlone.map(leftAloneWords),
  ];
  return `${who}: ${sentences.join(' ')}`;
}

function reasonsWords(stays: readonly StayingFinding[]): string {
  const idsLeft = (reason: LeftBecause) => [
    ...new Set(
      stays
        .filter(({ because }) => because === reason)
        .map(({ finding }) => finding.ruleId),
    ),
  ];
  const unchanged = idsLeft('no-change');
  return [
    ...(idsLeft('needs-usage').length > 0 ? [NEEDS_USAGE] : []),
    ...(unchanged.length > 0
      ? [`no change that grants nothing new clears ${quoted(unchanged)}`]
      : []),
  ].join('; ');
}

const NEEDS_USAGE =
  'for a role that may do everything, or all but some of it, nothing smaller follows from its policies: what it needs, only facts.lastAccessed tells';

/** @returns such as `The trust policy is left alone, because it was not handed in.` */
export function leftAloneWords({ policy, because }: LeftAlone): string {
  return `The ${policyWords(policy)} is left alone, because ${because}.`;
}
