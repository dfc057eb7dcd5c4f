import type { Knex } from 'knex';
import { readInBatches } from '../../batches';
import { idOf } from '../../ids';
import type { ActiveSeverity } from '../../Inventory';
import type { FindingRow } from '../../tables';

/**
 * How grave it is what is found, without what it is: that can be large.
 *
 * @param subjects - ARNs of roles and services
 * @returns each severity of active findings once for each subject and slot
 */
export async function readActiveSeverities(
  knex: Knex | Knex.Transaction,
  subjects: readonly string[],
): Promise<ActiveSeverity[]> {
  return readInBatches<ActiveSeverity>(
    subjects.map(subject => idOf(subject)),
    ids =>
      knex<FindingRow>('finding')
        .whereIn('subject_id', ids)
        .where('state', 'active')
        .distinct('subject', 'slot', 'severity')
        .orderBy(['subject', 'slot', 'severity']),
  );
}
