import type { Finding } from '@ecs-iam/iam-analysis';
import { idOf } from '../../ids';

/**
 * Gives findings of one subject ids that stay the same from scan to scan. Data is no part of an id, because data such
 * as a number of days changes while the finding stays. Several findings that differ only in data are told apart by
 * their order; exact copies (two revisions with the same fault) are one.
 *
 * @returns each finding with its id
 */
export function identify(
  findings: readonly Finding[],
): (readonly [id: string, finding: Finding])[] {
  const counts = new Map<string, number>();
  return withoutCopies(findings).map(finding => {
    const id = idOf(
      finding.subject,
      finding.slot,
      finding.ruleId,
      finding.message,
      finding.at,
    );
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return [count === 0 ? id : idOf(id, String(count)), finding];
  });
}

function withoutCopies(findings: readonly Finding[]): readonly Finding[] {
  const byText = new Map(
    findings.map(finding => [
      JSON.stringify([
        finding.slot,
        finding.ruleId,
        finding.message,
        finding.at,
        finding.data,
      ]),
      finding,
    ]),
  );
  return [...byText.keys()].sort().flatMap(text => byText.get(text) ?? []);
}
