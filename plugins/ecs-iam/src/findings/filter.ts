import type {
  Finding,
  RoleSlot,
  Severity,
} from '@ecs-iam/plugin-ecs-iam-common';

/** What the list of warnings is narrowed to; `null` does not narrow. */
export type WarningFilter = Readonly<{
  severity: Severity | null;
  slot: RoleSlot | null;
  state: Finding['state'] | null;
}>;

/** Shows everything. */
export const noFilter: WarningFilter = {
  severity: null,
  slot: null,
  state: null,
};

/**
 * Whether a filter leaves anything out at all.
 *
 * @param filter - what to narrow to
 * @returns `true` when a part of it narrows
 */
export function isNarrow(filter: WarningFilter): boolean {
  return Object.values(filter).some(value => value !== null);
}

/**
 * Whether a finding passes a filter.
 *
 * @param finding - the finding to judge
 * @param filter - what to narrow to
 * @returns `true` when every part of the filter that narrows fits
 */
export function passes(finding: Finding, filter: WarningFilter): boolean {
  return (
    (filter.severity === null || finding.severity === filter.severity) &&
    (filter.slot === null || finding.slot === filter.slot) &&
    (filter.state === null || finding.state === filter.state)
  );
}

/**
 * The values of a property that occur in findings, in order of appearance.
 *
 * @param findings - to look through
 * @param of - reads the property
 * @returns each value once
 */
export function occurring<T>(
  findings: readonly Finding[],
  of: (finding: Finding) => T,
): T[] {
  return [...new Set(findings.map(of))];
}
