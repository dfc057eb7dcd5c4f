import { severities } from '../../analysis/finding';
import { listed } from '../../rules/words';
import type { CaseReport } from '../judge/CaseReport';
import { caseText } from './caseText';
import { paintWith, type Paint } from './paint';
import { limits } from './visibility';
import { wrap } from './wrap';

export type Look = Readonly<{ colours: boolean; width: number }>;

/** The report for people: the case with the worst finding first, and what it all comes to at the end. */
export function textReport(reports: readonly CaseReport[], look: Look): string {
  const paint = paintWith(look.colours);
  const sections = [...reports]
    .sort((a, b) => worstOf(a) - worstOf(b))
    .map(report => caseText(report, paint, look.width));
  return `${[...sections, summary(reports, paint, look.width)].join('\n\n')}\n`;
}

function worstOf({ findings }: CaseReport): number {
  const active = findings.filter(({ finding }) => finding.state === 'active');
  return Math.min(
    ...active.map(({ finding }) => severities.indexOf(finding.severity)),
    severities.length,
  );
}

function summary(
  reports: readonly CaseReport[],
  paint: Paint,
  width: number,
): string {
  const findings = reports.flatMap(report =>
    report.findings.map(({ finding }) => finding),
  );
  const active = findings.filter(({ state }) => state === 'active');
  const undecided = reports.flatMap(report => report.undecided);
  const counts = severities.flatMap(severity =>
    counted(active.filter(each => each.severity === severity).length, severity),
  );
  const parts = [
    counts.length > 0 ? listed(counts) : 'No active findings',
    ...counted(findings.length - active.length, 'mitigated'),
    ...counted(undecided.length, 'not decided'),
  ];
  return `${paint.strong(`${parts.join('; ')}.`)}\n${paint.faint(
    wrap(limits, width, ''),
  )}`;
}

function counted(amount: number, word: string): string[] {
  return amount > 0 ? [`${amount} ${word}`] : [];
}
