import type { Because, Decision, DecisionRequest } from '../../decide/decision';
import type { Condition } from '../../policy/types';
import { writeOperator } from '../../policy/writtenOperator';
import { capitalised, listed } from '../../rules/words';
import { paintWith } from './paint';
import { placeOf, placeWords } from './placeWords';
import type { Look } from './textReport';
import { notEvaluated } from './visibility';
import { wrap } from './wrap';

/** A decision for people: the answer, then each statement that had to do with it. */
export function decisionText(
  { decision, because }: Decision,
  { action, resource }: DecisionRequest,
  { colours, width }: Look,
): string {
  const paint = paintWith(colours);
  return [
    `${paint.strong(ANSWERS[decision])}: ${action} on ${resource}`,
    ...(because.length === 0
      ? ['  No statement names this action on this resource.']
      : because.map(each => becauseText(each, width))),
    paint.faint(wrap(`Not evaluated: ${listed(notEvaluated)}.`, width, '')),
    '',
  ].join('\n');
}

const ANSWERS: Readonly<Record<Decision['decision'], string>> = {
  allowed: 'Allowed',
  explicitDeny: 'Denied by a Deny statement',
  implicitDeny: 'Denied, because nothing allows it',
};

const DEEDS: Readonly<Record<Because['did'], string>> = {
  grants: 'grants it',
  permits: 'permits it',
  denies: 'denies it',
  'stops-at-boundary': 'would grant it, but the boundary does not permit it',
  'could-grant': 'would grant it if its conditions held',
  'could-permit': 'would permit it if its conditions held',
  'could-deny': 'would deny it if its conditions held',
};

function becauseText(
  { policy, at, did, open, failed, lacks }: Because,
  width: number,
): string {
  const place = placeOf(at) ?? { policyId: policy, pointer: '' };
  return [
    wrap(`${capitalised(placeWords(place))} ${DEEDS[did]}.`, width, '  '),
    ...failed.map(each =>
      wrap(`does not hold: ${conditionWords(each)}`, width, '    '),
    ),
    ...open.map(each => wrap(`open: ${conditionWords(each)}`, width, '    ')),
    ...(lacks.length === 0
      ? []
      : [wrap(`the request has no ${listed(lacks)}`, width, '    ')]),
  ].join('\n');
}

function conditionWords(condition: Condition): string {
  return `${writeOperator(condition)} ${condition.key} ${condition.values.join(
    ', ',
  )}`;
}
