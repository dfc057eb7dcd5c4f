import type { Knex } from 'knex';
import { inBatches } from '../../batches';
import type { FindingRow } from '../../tables';

/**
 * Resolves the open findings of subjects that are gone.
 *
 * @param subjectIds - hashes of their ARNs
 * @param at - ISO 8601
 */
export async function resolveFindings(
  knex: Knex | Knex.Transaction,
  subjectIds: readonly string[],
  at: string,
): Promise<void> {
  for (const ids of inBatches(subjectIds)) {
    await knex<FindingRow>('finding')
      .whereIn('subject_id', ids)
      .whereNot('state', 'resolved')
      .update({ state: 'resolved', resolved_at: at });
  }
}
