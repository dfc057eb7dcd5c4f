import { quoted } from '../../../rules/words';
import type { CaseAdvice } from '../../judge/CaseAdvice';
import { roleWords } from '../roleWords';

/** Why a role is left as it is, in one line. */
export function noChangeText({ given, atLeast, advice }: CaseAdvice): string {
  const who = roleWords(given);
  if (!advice.known) {
    return `${who}: nothing can be proposed, because ${advice.because}.`;
  }
  const { outcome, stays } = advice.value;
  if (outcome !== 'no-change') {
    return `${who}: nothing has to change; no finding is ${atLeast} or worse.`;
  }
  const ids = stays
    .filter(({ because }) => because === 'no-change')
    .map(({ finding }) => finding.ruleId);
  return `${who}: nothing can be proposed; no change that grants nothing new clears ${quoted(
    [...new Set(ids)],
  )}.`;
}
