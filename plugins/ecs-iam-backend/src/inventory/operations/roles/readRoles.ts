import type { Knex } from 'knex';
import type { Role } from '@ecs-iam/iam-analysis';
import { readInBatches } from '../../batches';
import { idOf } from '../../ids';
import type { StoredRole } from '../../Inventory';
import { fromColumn } from '../../json';
import type { RoleRow } from '../../tables';
import { leaveOutFormerTargets } from '../targets/leaveOutFormerTargets';

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

/**
 * @returns the roles that a present target of the account saw and that are not gone
 */
export async function readRolesOfAccount(
  knex: Knex | Knex.Transaction,
  accountId: string,
): Promise<Role[]> {
  const seen = knex('role_sighting')
    .where({ account_id: accountId })
    .select('role_id');
  leaveOutFormerTargets(seen, 'role_sighting');
  const rows = await knex<RoleRow>('role')
    .whereIn('id', seen)
    .whereNull('gone_at')
    .orderBy('id')
    .select('fact');
  return rows.map(row => fromColumn<Role>(row.fact));
}

function toStoredRole(row: RoleRow): StoredRole {
  return {
    id: row.id,
    fact: fromColumn(row.fact),
    readAt: row.read_at,
    goneAt: row.gone_at,
  };
}
