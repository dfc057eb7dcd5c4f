import type { Knex } from 'knex';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import { inBatches } from '../../batches';
import type { ScanAnswer } from '../../ScanJournal';
import type { ScanTargetRow, TargetRow } from '../../tables';
import { ensureTargets } from '../targets/registerTargets';
import { insertScan } from './insertScan';
import { readScan } from './readScan';

type OpenRow = Pick<
  ScanTargetRow,
  'scan_id' | 'account_id' | 'region' | 'state' | 'started_at'
>;

/**
 * Opens a scan on request, or finds the one that does what is asked for.
 *
 * The rows of the targets are locked first, so that two requests at the same moment come one after the other and the
 * second finds the scan of the first. SQLite needs no lock: it runs one transaction at a time.
 */
export async function requestScan(
  trx: Knex.Transaction,
  targets: readonly Target[],
  options: Readonly<{ cooldownMilliseconds: number; now: Date }>,
): Promise<ScanAnswer> {
  await ensureTargets(trx, targets);
  const rows = await lock(trx, targets);
  const open = await openRows(trx, targets);
  const cooling = new Map(
    rows.flatMap(row => {
      const until = coolUntil(row, options.cooldownMilliseconds);
      return until > options.now.getTime() ? [[nameOf(row), until]] : [];
    }),
  );
  const isOpen = new Set(open.map(nameOf));
  const wanted = targets.filter(
    target => isOpen.has(keyOf(target)) || !cooling.has(keyOf(target)),
  );
  if (wanted.length === 0) {
    return { kind: 'cooling', until: new Date(Math.max(...cooling.values())) };
  }
  const underWay = await readScan(trx, covering(open, wanted));
  if (underWay) {
    return { kind: 'under-way', scan: underWay };
  }
  const running = new Map(
    open.filter(row => row.state === 'running').map(row => [nameOf(row), row]),
  );
  const id = await insertScan(trx, 'request', wanted, options.now, target => {
    const joined = running.get(keyOf(target));
    return joined
      ? { state: 'running', started_at: joined.started_at }
      : { state: 'queued', started_at: null };
  });
  const scan = await readScan(trx, id);
  if (!scan) {
    throw new Error(`Scan ${id} vanished while it was written`);
  }
  return { kind: 'opened', scan };
}

/** The id of the newest scan in which each of the targets is still to be done. */
function covering(
  open: readonly OpenRow[],
  wanted: readonly Target[],
): string | undefined {
  const names = new Set(wanted.map(keyOf));
  const counts = new Map<string, number>();
  for (const row of open.filter(each => names.has(nameOf(each)))) {
    counts.set(row.scan_id, (counts.get(row.scan_id) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count === names.size)?.[0];
}

async function lock(
  trx: Knex.Transaction,
  targets: readonly Target[],
): Promise<TargetRow[]> {
  const rows: TargetRow[] = [];
  // Always in the same order, so that two requests cannot wait for each other.
  const sorted = [...targets].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const batch of inBatches(sorted)) {
    rows.push(
      ...(await trx<TargetRow>('target')
        .whereIn(['account_id', 'region'], pairs(batch))
        .orderBy(['account_id', 'region'])
        .forUpdate()),
    );
  }
  return rows;
}

async function openRows(
  trx: Knex.Transaction,
  targets: readonly Target[],
): Promise<OpenRow[]> {
  const rows: OpenRow[] = [];
  for (const batch of inBatches(targets)) {
    rows.push(
      ...(await trx('scan_target')
        .join('scan', 'scan.id', 'scan_target.scan_id')
        .whereIn('state', ['queued', 'running'])
        .whereIn(['account_id', 'region'], pairs(batch))
        .orderBy('scan.requested_at', 'desc')
        .select('scan_id', 'account_id', 'region', 'state', 'started_at')),
    );
  }
  return rows;
}

function coolUntil(row: TargetRow, cooldownMilliseconds: number): number {
  return row.last_attempt === null
    ? 0
    : Date.parse(row.last_attempt) + cooldownMilliseconds;
}

function pairs(targets: readonly Target[]): string[][] {
  return targets.map(({ accountId, region }) => [accountId, region]);
}

function keyOf({ accountId, region }: Target): string {
  return `${accountId}/${region}`;
}

function nameOf(row: Pick<TargetRow, 'account_id' | 'region'>): string {
  return `${row.account_id}/${row.region}`;
}
