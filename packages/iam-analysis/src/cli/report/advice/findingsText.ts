import { severities, type Severity } from '../../../analysis/finding';
import type { LeftBecause } from '../../../advice/leftFinding';
import type { RoleAdvice, StayingFinding } from '../../judge/CaseAdvice';
import type { DescribedFinding } from '../../judge/CaseReport';
import type { Paint } from '../paint';
import { placeOf, placeWords } from '../placeWords';
import { wrap } from '../wrap';
import { changesWords } from './changeWords';

/** The findings that a proposal clears, one after the other. */
export function clearsText(
  clears: readonly DescribedFinding[],
  paint: Paint,
  width: number,
): string {
  return clears.map(each => findingLine(each, paint, width)).join('\n');
}

/** The findings that stay, by the reason for it; what is to be done about them, where nothing can be proposed. */
export function staysText(
  stays: readonly StayingFinding[],
  atLeast: Severity,
  paint: Paint,
  width: number,
): string {
  const reasons = [...new Set(stays.map(({ because }) => because))];
  return reasons
    .flatMap(reason => [
      wrap(reasonWords(reason, atLeast), width, '    '),
      ...stays
        .filter(({ because }) => because === reason)
        .flatMap(each => [
          findingLine(each, paint, width, '      '),
          ...(reason === 'no-change'
            ? [wrap(each.text.fix, width, columnAfter('      '))]
            : []),
        ]),
    ])
    .join('\n');
}

function reasonWords(reason: LeftBecause, atLeast: Severity): string {
  switch (reason) {
    case 'no-change':
      return 'No change that grants nothing new clears these; what would clear them lies elsewhere, or takes what only the owner knows:';
    case 'needs-usage':
      return 'Only what the role has used tells what it needs of these; hand that in as facts.lastAccessed:';
    case 'in-use':
      return 'These are about services that the role has used, and weigh less than high; name the actions and the ARNs that the application needs:';
    case 'comes-with-it':
      return 'These come with it, in place of graver ones:';
    case 'weighs-less':
      return `These are left alone, because they weigh less than ${atLeast}:`;
    default:
      return reason satisfies never;
  }
}

/** The smallest change for each finding that a change of its own clears. */
export function eachText(
  each: RoleAdvice['each'],
  paint: Paint,
  width: number,
): string {
  return each
    .flatMap(one => [
      line(
        one.finding.severity,
        `${one.text.title} (${one.finding.ruleId})`,
        paint,
        width,
      ),
      wrap(changesWords(one.own.changes), width, columnAfter('    ')),
    ])
    .join('\n');
}

function findingLine(
  { finding, text }: DescribedFinding,
  paint: Paint,
  width: number,
  indent?: string,
): string {
  const { severity, ruleId, at } = finding;
  const place = placeOf(at);
  const where = place === null ? '' : `, ${placeWords(place)}`;
  const words = `${text.title} (${ruleId}${where})`;
  return line(severity, words, paint, width, indent);
}

function line(
  severity: Severity,
  words: string,
  paint: Paint,
  width: number,
  indent: string = '    ',
): string {
  const body = wrap(words, width, columnAfter(indent));
  return `${indent}${paint.severity(
    severity,
    severity.padEnd(LONGEST),
  )}${body.slice(indent.length + LONGEST)}`;
}

/** The indent of what stands beside a severity. */
function columnAfter(indent: string): string {
  return `${indent}${' '.repeat(LONGEST)}  `;
}

const LONGEST = Math.max(...severities.map(({ length }) => length));
