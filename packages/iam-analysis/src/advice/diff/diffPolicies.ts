import { printJson } from '../print/printJson';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import { diffLines, type DiffLine } from './diffLines';
import { unifiedDiff } from './unifiedDiff';

/**
 * How one policy changes.
 *
 * @public
 */
export type PolicyDiff = Readonly<{
  id: string;
  name: string;
  change: 'kept' | 'changed' | 'removed' | 'added';
  /** The lines of its JSON text, today's and the proposed, in order. */
  lines: readonly DiffLine[];
}>;

/**
 * @param before - the policies of today
 * @param after - the proposed ones; one that replaces a policy of today is the same policy
 * @returns one diff a policy: those of today in their order, then the new ones
 * @public
 */
export function diffPolicies(
  before: readonly ProposedPolicy[],
  after: readonly ProposedPolicy[],
): PolicyDiff[] {
  const idOf = ({ id, replaces }: ProposedPolicy) => replaces ?? id;
  const isNew = (policy: ProposedPolicy) =>
    before.every(({ id }) => id !== idOf(policy));
  return [
    ...before.map(policy =>
      diffOne(
        policy,
        policy,
        after.find(each => idOf(each) === policy.id),
      ),
    ),
    ...after.filter(isNew).map(policy => diffOne(policy, undefined, policy)),
  ];
}

/**
 * @param diffs - of the policies of a role
 * @returns a unified diff of their JSON texts; `''` when nothing changes
 * @public
 */
export function printDiff(diffs: readonly PolicyDiff[]): string {
  return diffs.map(({ name, lines }) => unifiedDiff(name, lines)).join('');
}

function diffOne(
  { id, name }: ProposedPolicy,
  before: ProposedPolicy | undefined,
  after: ProposedPolicy | undefined,
): PolicyDiff {
  const lines = diffLines(linesOf(before), linesOf(after));
  return { id, name, change: changeOf(before, after, lines), lines };
}

function linesOf(policy: ProposedPolicy | undefined): string[] {
  return policy === undefined ? [] : printJson(policy).split('\n');
}

function changeOf(
  before: ProposedPolicy | undefined,
  after: ProposedPolicy | undefined,
  lines: readonly DiffLine[],
): PolicyDiff['change'] {
  if (before === undefined) {
    return 'added';
  }
  if (after === undefined) {
    return 'removed';
  }
  return lines.every(({ kind }) => kind === 'kept') ? 'kept' : 'changed';
}
