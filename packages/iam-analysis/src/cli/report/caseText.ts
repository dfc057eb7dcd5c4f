import type { Undecided } from '../../analysis/finding';
import { capitalised } from '../../rules/words';
import type { CaseReport, DescribedFinding } from '../judge/CaseReport';
import { nameOfCase } from '../judge/judgeCase';
import type { Paint } from './paint';
import { placeOf, placeWords } from './placeWords';
import { roleWords } from './roleWords';
import { labelled, wrap } from './wrap';

/** One case for people: words first, the id of the rule last. */
export function caseText(
  { source, given, findings, undecided }: CaseReport,
  paint: Paint,
  width: number,
): string {
  const active = findings.filter(({ finding }) => finding.state === 'active');
  const mitigated = findings.filter(each => !active.includes(each));
  const place = `${nameOfCase(given)} (${source.file}${
    source.at && ` at ${source.at}`
  })`;
  return [
    `${paint.strong(roleWords(given))}\n${paint.faint(place)}`,
    ...(active.length === 0 ? ['  Nothing found.'] : []),
    ...active.map(each => findingText(each, paint, width)),
    ...(mitigated.length === 0 ? [] : [mitigatedText(mitigated, paint, width)]),
    ...(undecided.length === 0 ? [] : [undecidedText(undecided, paint, width)]),
  ].join('\n\n');
}

function findingText(
  { finding, text }: DescribedFinding,
  paint: Paint,
  width: number,
): string {
  const place = placeOf(finding.at);
  return [
    `  ${paint.severity(
      finding.severity,
      capitalised(finding.severity),
    )}  ${paint.strong(text.title)}`,
    wrap(text.message, width, '    '),
    ...(place ? [labelled('where', placeWords(place), width)] : []),
    labelled('why', text.why, width),
    labelled('fix', text.fix, width),
    paint.faint(labelled('rule', finding.ruleId, width)),
  ].join('\n');
}

function mitigatedText(
  findings: readonly DescribedFinding[],
  paint: Paint,
  width: number,
): string {
  return [
    `  ${paint.strong('Mitigated')}`,
    ...findings.map(({ finding, text }) => {
      const place = placeOf(finding.at);
      const where = place ? `, at ${placeWords(place)}` : '';
      const by = MITIGATIONS[finding.mitigatedBy ?? 'condition'];
      return wrap(
        `${text.message} Taken back by ${by}${where} (${finding.ruleId}).`,
        width,
        '    ',
      );
    }),
  ].join('\n');
}

const MITIGATIONS = {
  deny: 'a Deny statement',
  boundary: 'the permissions boundary',
  condition: 'a condition',
  resource: 'the resources that it names',
  baseline: 'what the slot is for',
} as const;

// What lacks is said once, with all rules that wait for it.
function undecidedText(
  undecided: readonly Undecided[],
  paint: Paint,
  width: number,
): string {
  const rulesByReason = new Map<string, string[]>();
  for (const { ruleId, because, needs } of undecided) {
    const reason = needs === null ? because : `${because} (${needs})`;
    rulesByReason.set(reason, [...(rulesByReason.get(reason) ?? []), ruleId]);
  }
  return [
    `  ${paint.strong('Not decided')}`,
    ...[...rulesByReason].map(([reason, ids]) =>
      wrap(`${capitalised(reason)}: ${ids.join(', ')}`, width, '    '),
    ),
  ].join('\n');
}
