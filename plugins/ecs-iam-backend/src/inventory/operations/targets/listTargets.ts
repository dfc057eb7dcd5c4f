import type { Knex } from 'knex';
import type { TargetState } from '../../Inventory';
import type { TargetRow } from '../../tables';

type Count = { account_id: string; region: string; n: number | string };

/**
 * @param accountId - only those of this account
 * @returns every present target, scanned or not, with how many services and roles it sees now
 */
export async function listTargets(
  knex: Knex | Knex.Transaction,
  accountId?: string,
): Promise<TargetState[]> {
  const where = accountId === undefined ? {} : { account_id: accountId };
  const rows = await knex<TargetRow>('target')
    .where(where)
    .whereNull('left_at')
    .orderBy(['account_id', 'region']);
  const services: Count[] = await knex('service')
    .where(where)
    .whereNull('gone_at')
    .groupBy('account_id', 'region')
    .select('account_id', 'region')
    .count({ n: '*' });
  const roles: Count[] = await knex('role_sighting')
    .where(where)
    .groupBy('account_id', 'region')
    .select('account_id', 'region')
    .count({ n: '*' });
  return rows.map(row => ({
    accountId: row.account_id,
    region: row.region,
    partition: row.partition,
    lastAttempt: row.last_attempt,
    lastSuccess: row.last_success,
    outcome: row.outcome,
    error: row.error,
    services: countOf(services, row),
    roles: countOf(roles, row),
  }));
}

// PostgreSQL answers counts as text: they can be longer than a number.
function countOf(counts: readonly Count[], row: TargetRow): number {
  const count = counts.find(
    ({ account_id, region }) =>
      account_id === row.account_id && region === row.region,
  );
  return Number(count?.n ?? 0);
}
