import { mockServices } from '@backstage/backend-test-utils';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Knex } from 'knex';
import { DatabaseInventory } from '../inventory/DatabaseInventory';

/** Targets of fixtures: two regions of one account, and another account. */
export const IRELAND: Target = {
  accountId: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
};
export const VIRGINIA: Target = { ...IRELAND, region: 'us-east-1' };
export const STAGING: Target = { ...IRELAND, accountId: '444455556666' };

/**
 * @param knex - an empty database
 * @returns an inventory in it, migrated
 */
export function anInventory(knex: Knex): Promise<DatabaseInventory> {
  return DatabaseInventory.create({
    database: mockServices.database({ knex }),
  });
}

/**
 * @param time - of a day of the fixtures, such as `10:00`
 */
export function at(time: string): Date {
  return new Date(`2026-11-02T${time.length === 5 ? `${time}:00` : time}.000Z`);
}
