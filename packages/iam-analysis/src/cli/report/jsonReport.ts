import { catalogueDate } from '../../catalogue/catalogue';
import type { CaseReport } from '../judge/CaseReport';
import { findingJson, undecidedJson } from './jsonLine';
import { notEvaluated } from './visibility';

/** All cases as one JSON document; each entry says of which role it speaks, and in which file that stands. */
export function jsonReport(reports: readonly CaseReport[]): string {
  const document = {
    catalogueDate,
    notEvaluated,
    findings: reports.flatMap(report =>
      report.findings.map(described => {
        const { title, why, fix, leaveIt, links } = described.text;
        return {
          ...findingJson(described),
          ...caseJson(report),
          title,
          why,
          fix,
          leaveIt,
          links,
        };
      }),
    ),
    undecided: reports.flatMap(report =>
      report.undecided.map(undecided => ({
        ...undecidedJson(undecided),
        ...caseJson(report),
      })),
    ),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

export function caseJson({
  given,
  source,
}: Pick<CaseReport, 'given' | 'source'>) {
  return {
    role: given.role?.arn ?? null,
    slot: given.slot,
    file: source.file,
    case: source.at,
  };
}
