import type { ProposedPolicy } from '../../../policy/proposedPolicy';
import type { CaseAdvice } from '../../judge/CaseAdvice';
import { policyWords } from '../placeWords';
import { noChangeText } from './noChangeText';

/** What the code of a proposal does not do, or why there is none, in sentences. */
export function leftToDo(caseAdvice: CaseAdvice): readonly string[] {
  const { advice } = caseAdvice;
  return advice.known && advice.value.outcome === 'change'
    ? advice.value.proposal.remove.map(policy =>
        removalWords(policy, advice.value.proposal.write),
      )
    : [noChangeText(caseAdvice)];
}

/** @returns such as `Detach managed policy ARN: inline policy a takes its place.` */
export function removalWords(
  { id }: Pick<ProposedPolicy, 'id'>,
  write: readonly ProposedPolicy[],
): string {
  const verb = id.startsWith('managed:') ? 'Detach' : 'Delete';
  const words = `${verb} ${policyWords(id)}`;
  const successor = write.find(({ replaces }) => replaces === id);
  return successor === undefined
    ? `${words}.`
    : `${words}: ${policyWords(successor.id)} takes its place.`;
}
