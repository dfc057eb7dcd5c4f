import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import { inBatches } from '../../batches';
import type { ScanRow, ScanTargetRow } from '../../tables';

/**
 * Writes a scan and its targets.
 *
 * @param begin - the state in which a target begins
 * @returns the id of the scan
 */
export async function insertScan(
  knex: Knex | Knex.Transaction,
  origin: ScanRow['origin'],
  targets: readonly Target[],
  now: Date,
  begin: (target: Target) => Pick<ScanTargetRow, 'state' | 'started_at'>,
): Promise<string> {
  const id = randomUUID();
  await knex<ScanRow>('scan').insert({
    id,
    origin,
    requested_at: now.toISOString(),
  });
  for (const batch of inBatches(targets)) {
    await knex<ScanTargetRow>('scan_target').insert(
      batch.map(target => ({
        scan_id: id,
        account_id: target.accountId,
        region: target.region,
        ...begin(target),
      })),
    );
  }
  return id;
}
