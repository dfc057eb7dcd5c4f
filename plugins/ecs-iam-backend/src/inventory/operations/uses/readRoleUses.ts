import type { Knex } from 'knex';
import type { RoleSlot, RoleUse, Undecided } from '@ecs-iam/iam-analysis';
import { readInBatches } from '../../batches';
import { idOf } from '../../ids';
import type { StoredRoleUse } from '../../Inventory';
import { fromColumn } from '../../json';
import type { RoleUseRow } from '../../tables';
import { presentUses } from './presentUses';

/** A use without what follows from it: needs are larger than all the rest, and read where they are asked for. */
export type RoleUseWithoutNeeds = Omit<RoleUseRow, 'needs' | 'imds_reached'>;

/** Its columns. */
export const columnsWithoutNeeds = [
  'role_use.service_id',
  'role_use.position',
  'role_use.slot',
  'role_use.role_id',
  'role_use.role_arn',
  'role_use.service_arn',
  'role_use.role_use',
  'role_use.undecided',
] as const satisfies readonly `role_use.${keyof RoleUseWithoutNeeds}`[];

/**
 * @returns the rows of the services, each service's in their order
 */
export async function readRoleUses(
  knex: Knex | Knex.Transaction,
  serviceArns: readonly string[],
): Promise<StoredRoleUse[]> {
  const rows = await readInBatches<RoleUseWithoutNeeds>(
    serviceArns.map(arn => idOf(arn)),
    ids =>
      knex('role_use')
        .whereIn('service_id', ids)
        .orderBy(['service_id', 'position'])
        .select(columnsWithoutNeeds),
  );
  return rows.map(toStoredRoleUse);
}

/**
 * @param slots - only uses in these slots; absent for all
 * @returns uses of the roles by present services, across all targets
 */
export async function readUsesOfRoles(
  knex: Knex | Knex.Transaction,
  roleArns: readonly string[],
  slots?: readonly RoleSlot[],
): Promise<StoredRoleUse[]> {
  const rows = await readInBatches<RoleUseWithoutNeeds>(
    roleArns.map(arn => idOf(arn)),
    ids => {
      const query = presentUses(knex)
        .whereIn('role_use.role_id', ids)
        .orderBy(['role_use.service_id', 'role_use.position']);
      if (slots) {
        query.whereIn('role_use.slot', [...slots]);
      }
      return query.select(columnsWithoutNeeds);
    },
  );
  return rows.map(toStoredRoleUse);
}

/** What a row holds. */
export function toStoredRoleUse(row: RoleUseWithoutNeeds): StoredRoleUse {
  return {
    ...fromColumn<RoleUse>(row.role_use),
    serviceArn: row.service_arn,
    position: row.position,
    undecided: fromColumn<Undecided[]>(row.undecided),
  };
}
