import type { Knex } from 'knex';
import type { Cluster } from '@ecs-iam/iam-analysis';
import { readInBatches } from '../../batches';
import { idOf } from '../../ids';
import type { Stored } from '../../Inventory';
import { fromColumn } from '../../json';
import type { FactRow } from '../../tables';

/**
 * @param arns - of the clusters, in any order
 * @returns those that are stored, gone ones included
 */
export async function readClusters(
  knex: Knex | Knex.Transaction,
  arns: readonly string[],
): Promise<Stored<Cluster>[]> {
  const rows = await readInBatches(
    arns.map(arn => idOf(arn)),
    ids =>
      knex<FactRow>('fact')
        .where('kind', 'cluster')
        .whereIn('id', ids)
        .select('*'),
  );
  return rows.map(row => ({
    fact: fromColumn<Cluster>(row.fact),
    readAt: row.read_at,
    goneAt: row.gone_at,
  }));
}
