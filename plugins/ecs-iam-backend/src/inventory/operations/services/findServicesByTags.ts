import type { Knex } from 'knex';
import type { StoredService } from '../../Inventory';
import type { ServiceTableRow } from '../../tables';
import { leaveOutFormerTargets } from '../targets/leaveOutFormerTargets';
import { toStoredService } from './readServices';

/**
 * @param tags - all must match; no tags match nothing
 * @returns services that carry them and are not gone, by name
 */
export async function findServicesByTags(
  knex: Knex | Knex.Transaction,
  tags: Readonly<Record<string, string>>,
): Promise<StoredService[]> {
  const wanted = Object.entries(tags);
  if (wanted.length === 0) {
    return [];
  }
  const query = knex<ServiceTableRow>('service')
    .whereNull('service.gone_at')
    .orderBy(['service.name', 'service.id']);
  leaveOutFormerTargets(query, 'service');
  for (const [key, value] of wanted) {
    query.whereIn(
      'service.id',
      knex('service_tag').where({ key, value }).select('service_id'),
    );
  }
  return (await query.select('service.*')).map(toStoredService);
}
