import type { Undecided } from '../../analysis/finding';
import type { CaseReport, DescribedFinding } from '../judge/CaseReport';

/** A finding as `--jsonl` and `--json` print it: `message` is the sentence, not its id. */
export function findingJson({ finding, text }: DescribedFinding) {
  const { ruleId, severity, state, mitigatedBy, subject, data, at } = finding;
  return {
    ruleId,
    severity,
    state,
    ...(mitigatedBy === null ? {} : { mitigatedBy }),
    subject,
    message: text.message,
    data,
    at,
  };
}

/** @returns what could not be judged, with the permission that it takes when there is one */
export function undecidedJson({ ruleId, because, needs }: Undecided) {
  return { ruleId, because, ...(needs === null ? {} : { needs }) };
}

/** @returns one line of JSON, without its end */
export function jsonLine(reports: readonly CaseReport[]): string {
  return JSON.stringify({
    findings: reports.flatMap(({ findings }) => findings.map(findingJson)),
    undecided: reports.flatMap(({ undecided }) => undecided.map(undecidedJson)),
  });
}

/** The same for the slots of one task definition: each entry says of which it speaks. */
export function jsonLineOfSlots(reports: readonly CaseReport[]): string {
  return JSON.stringify({
    findings: reports.flatMap(({ given: { slot }, findings }) =>
      findings.map(each => ({ ...findingJson(each), slot })),
    ),
    undecided: reports.flatMap(({ given: { slot }, undecided }) =>
      undecided.map(each => ({ ...undecidedJson(each), slot })),
    ),
  });
}
