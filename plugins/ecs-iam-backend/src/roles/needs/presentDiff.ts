import { diffPolicies } from '@ecs-iam/iam-analysis';
import type { DiffLine, ProposedPolicy } from '@ecs-iam/iam-analysis';
import type { SlotProposal } from '@ecs-iam/plugin-ecs-iam-common';

/** How the policies of a role change; those that stay as they are are left out. */
export function presentDiff(
  before: readonly ProposedPolicy[],
  after: readonly ProposedPolicy[],
): SlotProposal['diff'] {
  return diffPolicies(before, after)
    .filter(({ change }) => change !== 'kept')
    .map(({ id, name, lines }) => ({
      title: id === 'trust' ? 'trust policy' : `policy ${name}`,
      lines: lines.map(({ kind, text }) => ({ kind: KINDS[kind], text })),
    }));
}

const KINDS = {
  kept: 'same',
  removed: 'removed',
  added: 'added',
} as const satisfies Record<DiffLine['kind'], string>;
