import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';

/** What a finding is to people, in the order in which it concerns them. */
export const findingKinds = [
  'warning',
  'mitigated',
  'note',
  'waived',
  'resolved',
] as const;

/** What a finding is to people. */
export type FindingKind = (typeof findingKinds)[number];

/**
 * Tells what asks for action from what does not. What is worth knowing at most is a note, also where something mitigates
 * it: nearly every role has some, and they must not drown the warnings.
 *
 * @param finding - its state and severity
 * @returns the kind
 */
export function kindOf({
  state,
  severity,
}: Pick<Finding, 'state' | 'severity'>): FindingKind {
  switch (state) {
    case 'active':
      return severity === 'info' ? 'note' : 'warning';
    case 'mitigated':
      return severity === 'info' ? 'note' : 'mitigated';
    case 'waived':
    case 'resolved':
      return state;
    default:
      return unreachable(state);
  }
}

/**
 * Picks the findings of a kind.
 *
 * @param findings - in any order
 * @param kind - what they are to people
 * @returns those of the kind, in the same order
 */
export function ofKind(
  findings: readonly Finding[],
  kind: FindingKind,
): Finding[] {
  return findings.filter(finding => kindOf(finding) === kind);
}

function unreachable(state: never): never {
  throw new Error(`Unknown state '${state}'`);
}
