import type { Knex } from 'knex';
import { readInBatches } from '../../batches';
import { idOf } from '../../ids';
import type { StoredService } from '../../Inventory';
import type { ServiceTableRow } from '../../tables';
import { toStoredService } from './readServices';

/**
 * @param clusterArns - of the clusters, few
 * @param names - of services, or of task families that stand in their place
 * @returns services of these names in these clusters that are not gone
 */
export async function findServicesInClusters(
  knex: Knex | Knex.Transaction,
  clusterArns: readonly string[],
  names: readonly string[],
): Promise<StoredService[]> {
  const rows = await readInBatches(names, part =>
    knex<ServiceTableRow>('service')
      .whereIn(
        'cluster_id',
        clusterArns.map(arn => idOf(arn)),
      )
      .whereIn('name', part)
      .whereNull('gone_at')
      .select('*'),
  );
  return rows.map(toStoredService);
}
