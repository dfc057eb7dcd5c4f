import type { Knex } from 'knex';

/**
 * Leaves out rows of targets that are targets no more: nobody refreshes them, so they do not count as present.
 *
 * @param query - is changed
 * @param table - names the table with the columns `account_id` and `region`
 */
export function leaveOutFormerTargets(
  query: Knex.QueryBuilder,
  table: string,
): void {
  query.whereNotExists(former =>
    former
      .select('target.account_id')
      .from('target')
      .whereRaw('?? = ??', ['target.account_id', `${table}.account_id`])
      .whereRaw('?? = ??', ['target.region', `${table}.region`])
      .whereNotNull('target.left_at'),
  );
}
