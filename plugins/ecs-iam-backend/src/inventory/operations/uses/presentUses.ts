import type { Knex } from 'knex';
import { leaveOutFormerTargets } from '../targets/leaveOutFormerTargets';

/**
 * @returns a query over `role_use` and `service`, without columns and order: uses by services that are not gone, of
 *   targets that have not left
 */
export function presentUses(knex: Knex | Knex.Transaction): Knex.QueryBuilder {
  const query = knex('role_use')
    .join('service', 'service.id', 'role_use.service_id')
    .whereNull('service.gone_at');
  leaveOutFormerTargets(query, 'service');
  return query;
}
