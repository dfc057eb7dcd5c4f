import type { Knex } from 'knex';
import type { Scan } from '@ecs-iam/plugin-ecs-iam-common';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { OpenTarget } from '../../ScanJournal';
import type { ScanRow, ScanTargetRow } from '../../tables';
import { presentScan } from './presentScan';

/**
 * @param id - of a scan; absent: no scan
 */
export async function readScan(
  knex: Knex | Knex.Transaction,
  id: string | undefined,
): Promise<Scan | undefined> {
  const scan =
    id === undefined
      ? undefined
      : await knex<ScanRow>('scan').where({ id }).first();
  if (!scan) {
    return undefined;
  }
  const targets = await knex<ScanTargetRow>('scan_target')
    .where({ scan_id: scan.id })
    .orderBy(['account_id', 'region']);
  return presentScan(scan, targets);
}

/**
 * @returns the newest scan that is not done with one of the targets
 */
export async function readScanUnderWay(
  knex: Knex | Knex.Transaction,
  targets: readonly Pick<Target, 'accountId' | 'region'>[],
): Promise<Scan | undefined> {
  const names = new Set(targets.map(t => `${t.accountId}/${t.region}`));
  const open = await openRows(knex).orderBy('scan.requested_at', 'desc');
  const row = open.find(each => names.has(`${each.account_id}/${each.region}`));
  return readScan(knex, row?.scan_id);
}

/**
 * @returns the targets that wait or run, each once: those that people asked for first, then the longest waiting
 */
export async function readOpenTargets(
  knex: Knex | Knex.Transaction,
): Promise<OpenTarget[]> {
  const targets = new Map<string, OpenTarget>();
  const rows = await openRows(knex).orderBy([
    'scan.origin',
    'scan.requested_at',
    'scan_target.account_id',
    'scan_target.region',
  ]);
  for (const row of rows) {
    const name = `${row.account_id}/${row.region}`;
    const known = targets.get(name);
    targets.set(name, {
      accountId: row.account_id,
      region: row.region,
      state:
        row.state === 'running' || known?.state === 'running'
          ? 'running'
          : 'queued',
      requested: row.origin === 'request' || known?.requested === true,
      startedAt: known?.startedAt ?? row.started_at,
    });
  }
  return [...targets.values()];
}

type OpenRow = Pick<ScanTargetRow, 'scan_id' | 'account_id' | 'region'> & {
  state: 'queued' | 'running';
  started_at: string | null;
  origin: ScanRow['origin'];
};

function openRows(
  knex: Knex | Knex.Transaction,
): Knex.QueryBuilder<OpenRow, OpenRow[]> {
  // 'request' sorts before 'schedule'.
  return knex('scan_target')
    .join('scan', 'scan.id', 'scan_target.scan_id')
    .whereIn('scan_target.state', ['queued', 'running'])
    .select(
      'scan_target.scan_id',
      'scan_target.account_id',
      'scan_target.region',
      'scan_target.state',
      'scan_target.started_at',
      'scan.origin',
    );
}
