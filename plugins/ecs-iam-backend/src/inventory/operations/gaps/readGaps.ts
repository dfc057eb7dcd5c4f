import type { Knex } from 'knex';
import type { Gap, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { StoredGap } from '../../Inventory';
import { fromColumn } from '../../json';
import type { GapRow } from '../../tables';

/**
 * @returns what the last read of the targets that reached AWS could not read
 */
export async function readGaps(
  knex: Knex | Knex.Transaction,
  targets: readonly Pick<Target, 'accountId' | 'region'>[],
): Promise<StoredGap[]> {
  const gaps: StoredGap[] = [];
  for (const { accountId, region } of targets) {
    const rows = await knex<GapRow>('gap')
      .where({ account_id: accountId, region })
      .orderBy('position');
    gaps.push(
      ...rows.map(row => ({
        ...fromColumn<Gap>(row.gap),
        accountId,
        region,
        since: row.since,
      })),
    );
  }
  return gaps;
}
