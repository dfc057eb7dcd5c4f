import type { Knex } from 'knex';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import { inBatches } from '../../batches';
import type { TargetRow } from '../../tables';

/**
 * Makes the stored targets those that are given. New ones are there from now on, as never scanned; those that are
 * missing have left: their facts are kept and their dates with them, but they no longer count as present
 * (see docs/adr/0001-last-good-facts.md). One that returns counts again at once.
 *
 * @param targets - all of them
 * @param at - ISO 8601
 */
export async function registerTargets(
  knex: Knex | Knex.Transaction,
  targets: readonly Target[],
  at: string,
): Promise<void> {
  await ensureTargets(knex, targets);
  const names = new Set(targets.map(nameOf));
  const stored = await knex<TargetRow>('target').orderBy([
    'account_id',
    'region',
  ]);
  for (const row of stored) {
    const isTarget = names.has(
      nameOf({ accountId: row.account_id, region: row.region }),
    );
    if (isTarget !== (row.left_at === null)) {
      await knex<TargetRow>('target')
        .where({ account_id: row.account_id, region: row.region })
        .update({ left_at: isTarget ? null : at });
    }
  }
}

/** Adds the targets that are not there yet, as never scanned. */
export async function ensureTargets(
  knex: Knex | Knex.Transaction,
  targets: readonly Target[],
): Promise<void> {
  for (const batch of inBatches(targets)) {
    await knex('target')
      .insert(
        batch.map(target => ({
          account_id: target.accountId,
          region: target.region,
          partition: target.partition,
          outcome: 'never',
        })),
      )
      .onConflict(['account_id', 'region'])
      .ignore();
  }
}

function nameOf({ accountId, region }: Omit<Target, 'partition'>): string {
  return `${accountId}/${region}`;
}
