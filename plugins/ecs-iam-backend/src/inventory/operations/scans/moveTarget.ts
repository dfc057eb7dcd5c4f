import type { Knex } from 'knex';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { ScanCounts, ScanResult } from '../../ScanJournal';
import type { ScanRow, ScanTargetRow } from '../../tables';

type Name = Pick<Target, 'accountId' | 'region'>;

/** Every scan that waits for the target sees it begin. */
export async function startTarget(
  knex: Knex | Knex.Transaction,
  target: Name,
  now: Date,
): Promise<void> {
  await rowsOf(knex, target)
    .where('state', 'queued')
    .update({ state: 'running', started_at: now.toISOString() });
}

/** Writes how far the target is, in every scan that reads it. */
export async function countTarget(
  knex: Knex | Knex.Transaction,
  target: Name,
  counts: ScanCounts,
): Promise<void> {
  const { services, roles, gaps } = counts;
  await rowsOf(knex, target)
    .where('state', 'running')
    .update({ services, roles, gaps });
}

/**
 * Ends the target in every scan that reads it. Whoever asked after it began was told that it is running, so that one
 * is answered too; whoever waits in the queue is not.
 */
export async function finishTarget(
  knex: Knex | Knex.Transaction,
  target: Name,
  result: ScanResult,
  now: Date,
): Promise<void> {
  const { state, error, services, roles, gaps } = result;
  await rowsOf(knex, target).where('state', 'running').update({
    state,
    error,
    services,
    roles,
    gaps,
    finished_at: now.toISOString(),
  });
}

/** Ends as failed what has been running since before a date. */
export async function expireTargets(
  knex: Knex | Knex.Transaction,
  before: Date,
  now: Date,
): Promise<void> {
  await knex<ScanTargetRow>('scan_target')
    .where('state', 'running')
    .where('started_at', '<', before.toISOString())
    .update({
      state: 'failed',
      error: 'The scan was interrupted: the backend that ran it stopped',
      finished_at: now.toISOString(),
    });
}

/** Deletes scans that were asked for before a date and are done. */
export async function forgetScans(
  knex: Knex | Knex.Transaction,
  before: Date,
): Promise<void> {
  await knex<ScanRow>('scan')
    .where('requested_at', '<', before.toISOString())
    .whereNotIn(
      'id',
      knex<ScanTargetRow>('scan_target')
        .whereIn('state', ['queued', 'running'])
        .select('scan_id'),
    )
    .delete();
}

function rowsOf(knex: Knex | Knex.Transaction, target: Name) {
  return knex<ScanTargetRow>('scan_target').where({
    account_id: target.accountId,
    region: target.region,
  });
}
