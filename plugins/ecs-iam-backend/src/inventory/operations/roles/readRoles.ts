import type { Knex } from 'knex';
import { readInBatches } from '../../batches';
import { idOf } from '../../ids';
import type { StoredRole } from '../../Inventory';
import { fromColumn } from '../../json';
import type { RoleRow } from '../../tables';

/**
 * @param arns - of the roles, in any order
 * @returns those that are stored, gone ones included
 */
export async function readRoles(
  knex: Knex | Knex.Transaction,
  arns: readonly string[],
): Promise<StoredRole[]> {
  const rows = await readInBatches(
    arns.map(arn => idOf(arn)),
    ids => knex<RoleRow>('role').whereIn('id', ids).select('*'),
  );
  return rows.map(toStoredRole);
}

/**
 * @param id - as in `StoredRole`
 */
export async function readRoleById(
  knex: Knex | Knex.Transaction,
  id: string,
): Promise<StoredRole | undefined> {
  const row = await knex<RoleRow>('role').where({ id }).first();
  return row && toStoredRole(row);
}

function toStoredRole(row: RoleRow): StoredRole {
  return {
    id: row.id,
    fact: fromColumn(row.fact),
    readAt: row.read_at,
    goneAt: row.gone_at,
  };
}
