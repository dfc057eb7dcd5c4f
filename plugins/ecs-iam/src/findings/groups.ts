import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import { findingKinds, type FindingKind, kindOf } from './kind';
import { worstFirst } from './severity';

/** Findings of one rule about one role or service in one slot: one thing to understand, and mostly one to change. */
export type FindingGroup = Readonly<{
  key: string;
  /** The one that is shown for all: the worst, or the one that is pointed at. */
  lead: Finding;
  /** The lead first, then the worst first. */
  findings: readonly Finding[];
}>;

/** All that is of one kind. */
export type FindingSection = Readonly<{
  kind: FindingKind;
  /** How many findings, not groups. */
  count: number;
  groups: readonly FindingGroup[];
}>;

/**
 * Puts findings that differ only in place and detail together: a role can hold dozens of escalations by one statement,
 * and each of them says the same.
 *
 * @param findings - in any order
 * @param selectedId - of the finding that leads its group, when there is one
 * @returns groups, the worst first
 */
export function groupAlike(
  findings: readonly Finding[],
  selectedId: string | null = null,
): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of worstFirst(findings)) {
    const { subject, slot, ruleId } = finding;
    const key = `${ruleId} ${slot} ${subject}`;
    const group = groups.get(key);
    if (group) {
      group.push(finding);
    } else {
      groups.set(key, [finding]);
    }
  }
  return [...groups].map(([key, [worst, ...others]]) =>
    ledBy(selectedId, { key, lead: worst, findings: [worst, ...others] }),
  );
}

/**
 * Sorts findings into what asks for action, and what does not.
 *
 * @param findings - in any order
 * @param selectedId - of the finding that leads its group, when there is one
 * @returns the kinds that occur, in their order
 */
export function sectionsOf(
  findings: readonly Finding[],
  selectedId: string | null = null,
): FindingSection[] {
  const byKind = new Map<FindingKind, Finding[]>(
    findingKinds.map(kind => [kind, []]),
  );
  for (const finding of findings) {
    byKind.get(kindOf(finding))?.push(finding);
  }
  return [...byKind]
    .filter(([, own]) => own.length > 0)
    .map(([kind, own]) => ({
      kind,
      count: own.length,
      groups: groupAlike(own, selectedId),
    }));
}

function ledBy(id: string | null, group: FindingGroup): FindingGroup {
  const lead = group.findings.find(finding => finding.id === id);
  return lead
    ? {
        ...group,
        lead,
        findings: [lead, ...group.findings.filter(each => each !== lead)],
      }
    : group;
}
