import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { DatabaseScanJournal } from '../inventory/DatabaseScanJournal';

/**
 * @param knex - an empty database, or one with an inventory
 * @returns a journal in it, migrated
 */
export function aJournal(knex: Knex): Promise<DatabaseScanJournal> {
  return DatabaseScanJournal.create({
    database: mockServices.database({ knex }),
  });
}
