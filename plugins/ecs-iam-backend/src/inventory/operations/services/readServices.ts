import type { Knex } from 'knex';
import { readInBatches } from '../../batches';
import { idOf } from '../../ids';
import type { StoredService } from '../../Inventory';
import { fromColumn } from '../../json';
import type { ServiceTableRow } from '../../tables';

/**
 * @param arns - of the services, in any order
 * @returns those that are stored, gone ones included
 */
export async function readServices(
  knex: Knex | Knex.Transaction,
  arns: readonly string[],
): Promise<StoredService[]> {
  const rows = await readInBatches(
    arns.map(arn => idOf(arn)),
    ids => knex<ServiceTableRow>('service').whereIn('id', ids).select('*'),
  );
  return rows.map(toStoredService);
}

/** What a row holds. */
export function toStoredService(row: ServiceTableRow): StoredService {
  return {
    fact: fromColumn(row.fact),
    compute: fromColumn(row.compute),
    readAt: row.read_at,
    goneAt: row.gone_at,
  };
}
