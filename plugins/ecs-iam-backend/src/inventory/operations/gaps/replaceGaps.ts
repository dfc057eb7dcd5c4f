import type { Knex } from 'knex';
import type { Gap, Target } from '@ecs-iam/plugin-ecs-iam-node';
import { inBatches } from '../../batches';
import { fromColumn } from '../../json';
import type { GapRow } from '../../tables';

/**
 * Replaces the gaps of a target. `since` is when the oldest of a gap's resources could not be read for the first time
 * without interruption.
 *
 * @param at - ISO 8601: since when a gap is there that is new
 */
export async function replaceGaps(
  knex: Knex | Knex.Transaction,
  target: Target,
  gaps: readonly Gap[],
  at: string,
): Promise<void> {
  const where = { account_id: target.accountId, region: target.region };
  const since = new Map<string, string>();
  for (const row of await knex<GapRow>('gap').where(where)) {
    for (const key of keysOf(fromColumn<Gap>(row.gap))) {
      const known = since.get(key);
      since.set(key, known && known < row.since ? known : row.since);
    }
  }
  await knex<GapRow>('gap').where(where).delete();
  const rows = gaps.map(
    (gap, position): GapRow => ({
      ...where,
      position,
      gap: JSON.stringify(gap),
      since: keysOf(gap).reduce((oldest, key) => {
        const known = since.get(key);
        return known && known < oldest ? known : oldest;
      }, at),
    }),
  );
  for (const batch of inBatches(rows)) {
    await knex<GapRow>('gap').insert([...batch]);
  }
}

function keysOf({ api, because, resources }: Gap): readonly string[] {
  const names = resources.length > 0 ? resources : [''];
  return names.map(name => JSON.stringify([api, because, name]));
}
