import type { Scan } from '@ecs-iam/plugin-ecs-iam-common';
import type { ScanRow, ScanTargetRow } from '../../tables';

/**
 * The state of a scan follows from those of its targets: it is failed when all of them are, and partial when some are.
 */
export function presentScan(
  scan: ScanRow,
  targets: readonly ScanTargetRow[],
): Scan {
  const done = targets.filter(isDone);
  const starts = targets.flatMap(({ started_at }) => started_at ?? []).sort();
  const ends = targets.flatMap(({ finished_at }) => finished_at ?? []).sort();
  return {
    id: scan.id,
    state: stateOf(targets.map(({ state }) => state)),
    requestedAt: scan.requested_at,
    startedAt: starts.at(0) ?? null,
    finishedAt: done.length === targets.length ? ends.at(-1) ?? null : null,
    progress: { done: done.length, total: targets.length },
    targets: targets.map(row => ({
      accountId: row.account_id,
      region: row.region,
      state: row.state,
      services: row.services,
      roles: row.roles,
      gaps: row.gaps,
      error: row.error,
    })),
  };
}

function isDone({ state }: ScanTargetRow): boolean {
  return state !== 'queued' && state !== 'running';
}

function stateOf(states: readonly ScanTargetRow['state'][]): Scan['state'] {
  const [first] = states;
  if (first !== undefined && states.every(state => state === first)) {
    return first;
  }
  return states.some(state => state === 'queued' || state === 'running')
    ? 'running'
    : 'partial';
}
