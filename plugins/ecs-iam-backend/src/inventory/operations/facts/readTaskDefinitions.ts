import type { Knex } from 'knex';
import type { TaskDefinition } from '@ecs-iam/iam-analysis';
import { readInBatches } from '../../batches';
import { idOf } from '../../ids';
import { fromColumn } from '../../json';
import type { TaskDefinitionRow } from '../../tables';

/**
 * @param arns - of the revisions, in any order
 * @returns those that are stored
 */
export async function readTaskDefinitions(
  knex: Knex | Knex.Transaction,
  arns: readonly string[],
): Promise<TaskDefinition[]> {
  const rows = await readInBatches(
    arns.map(arn => idOf(arn)),
    ids =>
      knex<TaskDefinitionRow>('task_definition')
        .whereIn('id', ids)
        .select('fact'),
  );
  return rows.map(row => fromColumn<TaskDefinition>(row.fact));
}
