import type { Knex } from 'knex';
import { readInBatches } from '../../batches';
import type { StoredService } from '../../Inventory';
import type { ServiceTableRow } from '../../tables';
import { leaveOutFormerTargets } from '../targets/leaveOutFormerTargets';
import { toStoredService } from './readServices';

/**
 * @param names - of families
 * @returns the families of these names that stand in place of a service and are not gone, in each cluster where they run
 */
export async function findTaskFamilies(
  knex: Knex | Knex.Transaction,
  names: readonly string[],
): Promise<StoredService[]> {
  const rows = await readInBatches(names, part => {
    const query = knex<ServiceTableRow>('service')
      .whereIn('service.name', part)
      .whereNull('service.gone_at')
      .orderBy(['service.name', 'service.id']);
    leaveOutFormerTargets(query, 'service');
    return query.select('service.*');
  });
  return rows
    .map(toStoredService)
    .filter(({ fact }) => fact.kind === 'task-family');
}
