import type { Knex } from 'knex';
import type { TaskDefinition } from '@ecs-iam/iam-analysis';
import { inBatches } from '../../batches';
import { idOf } from '../../ids';
import type { TaskDefinitionRow } from '../../tables';

/**
 * Writes revisions that are not there yet. A revision never changes, so one that is there is left alone.
 */
export async function writeTaskDefinitions(
  knex: Knex | Knex.Transaction,
  taskDefinitions: readonly TaskDefinition[],
  readAt: string,
): Promise<void> {
  const rows = taskDefinitions.map(
    (fact): TaskDefinitionRow => ({
      id: idOf(fact.arn),
      arn: fact.arn,
      fact: JSON.stringify(fact),
      read_at: readAt,
    }),
  );
  for (const batch of inBatches(rows)) {
    await knex<TaskDefinitionRow>('task_definition')
      .insert([...batch])
      .onConflict('id')
      .ignore();
  }
}
