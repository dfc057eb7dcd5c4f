import type { Finding, Severity } from '@ecs-iam/plugin-ecs-iam-common';
import { ofKind } from './kind';

/** Severities, worst first. */
export const severities = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const satisfies readonly Severity[];

const states: readonly Finding['state'][] = [
  'active',
  'mitigated',
  'waived',
  'resolved',
];

/**
 * Orders findings for people: what is active comes before what something mitigates, and the worst comes first.
 *
 * @param findings - in any order; not changed
 * @returns a sorted copy
 */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      states.indexOf(a.state) - states.indexOf(b.state) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (a.roleName ?? '').localeCompare(b.roleName ?? '') ||
      a.ruleId.localeCompare(b.ruleId) ||
      a.id.localeCompare(b.id),
  );
}

/** How many findings have a severity. */
export type SeverityCount = Readonly<{ severity: Severity; count: number }>;

/**
 * Counts warnings by severity.
 *
 * @param findings - of any kind; only the warnings count
 * @returns worst first, without the severities that do not occur
 */
export function countBySeverity(findings: readonly Finding[]): SeverityCount[] {
  const warnings = ofKind(findings, 'warning');
  return severities
    .map(severity => ({
      severity,
      count: warnings.filter(warning => warning.severity === severity).length,
    }))
    .filter(({ count }) => count > 0);
}

/**
 * @param findings - of any kind
 * @returns the warning to begin with; `undefined` when there is none
 */
export function worstWarning(
  findings: readonly Finding[],
): Finding | undefined {
  return worstFirst(ofKind(findings, 'warning'))[0];
}

/**
 * Picks the findings that a list of ids names. An id without a finding is left out: the caller may not see it.
 *
 * @param ids - as in a role use
 * @param findings - those of the answer
 * @returns the findings, in the order of `findings`
 */
export function pick(
  ids: readonly string[],
  findings: readonly Finding[],
): Finding[] {
  const wanted = new Set(ids);
  return findings.filter(({ id }) => wanted.has(id));
}
