import { printDiff } from '../../../advice/diff/diffPolicies';
import { printJson } from '../../../advice/print/printJson';
import type { Proposal } from '../../../advice/proposal';
import type { CaseAdvice, RoleAdvice } from '../../judge/CaseAdvice';
import { paintWith, type Paint } from '../paint';
import { policyWords } from '../placeWords';
import { roleWords } from '../roleWords';
import type { Look } from '../textReport';
import { limits } from '../visibility';
import { wrap } from '../wrap';
import { dropsText } from './dropsText';
import { clearsText, eachText, staysText } from './findingsText';
import { removalWords } from './leftToDo';
import { leftAloneWords, noChangeText } from './noChangeText';

/** The advice for people, case by case in order. A role that is left as it is takes one line. */
export function adviceText(
  all: readonly CaseAdvice[],
  { colours, width }: Look,
): string {
  const paint = paintWith(colours);
  const texts = all.map(each =>
    each.advice.known && each.advice.value.outcome === 'change'
      ? changeText(each, each.advice.value, paint, width)
      : [
          noChangeText(each),
          ...(each.advice.known
            ? firstStep(each.advice.value, paint, width)
            : []),
        ].join('\n\n'),
  );
  const isOfChanges = all.some(
    ({ advice }) => advice.known && advice.value.outcome === 'change',
  );
  const end = isOfChanges ? [paint.faint(wrap(limits, width, ''))] : [];
  return `${[...texts, ...end].join('\n\n')}\n`;
}

function changeText(
  { given, source, atLeast }: CaseAdvice,
  advice: RoleAdvice,
  paint: Paint,
  width: number,
): string {
  const { proposal, stays } = advice;
  const { actions, principals } = proposal.drops;
  const place = `${given.role.arn} (${source.file}${
    source.at && ` at ${source.at}`
  })`;
  const section = (title: string, body: string) =>
    sectionText(title, body, paint);
  return [
    `${paint.strong(roleWords(given))}\n${paint.faint(place)}`,
    ...proposal.write.flatMap(policy =>
      section(
        `Proposed ${policyWords(policy.id)}`,
        indented(printJson(policy)),
      ),
    ),
    ...section('To remove', removalsText(proposal, width)),
    wrap(GRANTS_NOTHING_NEW, width, '  '),
    ...section('Changes to today', indented(printDiff(proposal.diff))),
    ...section(
      'Drops',
      actions.length + principals.length === 0
        ? wrap('Nothing: all that is allowed today still is.', width, '    ')
        : dropsText(proposal.drops, width),
    ),
    ...section('Clears', clearsText(advice.clears, paint, width)),
    ...section('Stays', staysText(stays, atLeast, paint, width)),
    ...section(
      'Left alone',
      proposal.leftAlone
        .map(each => wrap(leftAloneWords(each), width, '    '))
        .join('\n'),
    ),
    ...eachSection(advice, paint, width),
  ].join('\n\n');
}

// Whoever cannot tell what the role needs can still take the worst out of it.
function firstStep(advice: RoleAdvice, paint: Paint, width: number): string[] {
  return advice.outcome === 'needs-usage'
    ? eachSection(advice, paint, width)
    : [];
}

function eachSection(
  { each }: RoleAdvice,
  paint: Paint,
  width: number,
): string[] {
  return sectionText(
    'The smallest change for one of them alone',
    eachText(each, paint, width),
    paint,
  );
}

function sectionText(title: string, body: string, paint: Paint): string[] {
  return body === '' ? [] : [`  ${paint.strong(title)}\n${body}`];
}

const GRANTS_NOTHING_NEW =
  'Checked: this grants nothing new, not even of the actions that AWS adds later, and no Deny is lost.';

function removalsText({ remove, write }: Proposal, width: number): string {
  return remove
    .map(policy => wrap(removalWords(policy, write), width, '    '))
    .join('\n');
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map(line => `    ${line}`)
    .join('\n');
}
