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

export function undecidedJson({ ruleId, because, needs }: Undecided) {
  return { ruleId, because, ...(needs === null ? {} : { needs }) };
}

/** @returns one line of JSON, without its end */
export function jsonLine({
  findings,
  undecided,
}: Pick<CaseReport, 'findings' | 'undecided'>): string {
  return JSON.stringify({
    findings: findings.map(findingJson),
    undecided: undecided.map(undecidedJson),
  });
}
