import type { Knex } from 'knex';
import type { Role } from '@ecs-iam/iam-analysis';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import { readInBatches, upsert } from '../../batches';
import { idOf } from '../../ids';
import { fromColumn } from '../../json';
import type { RoleRow, RoleSightingRow } from '../../tables';
import type { DatedRole } from './mergeRole';
import { dated, mergeRole, oldestDate } from './mergeRole';

/**
 * Writes roles that a target saw, over what is known of them, and that it saw them. A role that was gone is back, as
 * new. A read older than what is stored (a slow scan of another region) writes only the sighting.
 *
 * @param target - who saw the roles; they may lie in another account
 * @param readAt - when
 */
export async function writeRoles(
  knex: Knex | Knex.Transaction,
  target: Target,
  roles: readonly Role[],
  readAt: string,
): Promise<void> {
  const stored = new Map(
    (
      await readInBatches(
        roles.map(role => idOf(role.arn)),
        ids => knex<RoleRow>('role').whereIn('id', ids).select('*'),
      )
    ).map(row => [row.id, row]),
  );
  const rows = roles.flatMap(role => {
    const row = stored.get(idOf(role.arn));
    const newest = row && row.gone_at === null ? newestDate(row) : '';
    return newest > readAt ? [] : [toRow(role, row, readAt)];
  });
  await upsert<RoleRow>(knex, 'role', ['id'], rows);
  await upsert<RoleSightingRow>(
    knex,
    'role_sighting',
    ['role_id', 'account_id', 'region'],
    roles.map(role => ({
      role_id: idOf(role.arn),
      account_id: target.accountId,
      region: target.region,
      seen_at: readAt,
    })),
  );
}

function toRow(role: Role, row: RoleRow | undefined, readAt: string): RoleRow {
  const read = dated(role, readAt);
  const merged =
    row && row.gone_at === null ? mergeRole(fromRow(row), read) : read;
  return {
    id: idOf(role.arn),
    arn: role.arn,
    account_id: role.accountId,
    name: role.name,
    fact: JSON.stringify(merged.role),
    part_dates: JSON.stringify(merged.dates),
    read_at: oldestDate(merged.dates, readAt),
    gone_at: null,
  };
}

function fromRow(row: RoleRow): DatedRole {
  return { role: fromColumn(row.fact), dates: fromColumn(row.part_dates) };
}

function newestDate(row: RoleRow): string {
  const dates = Object.values(
    fromColumn<Record<string, string>>(row.part_dates),
  );
  return dates.reduce((a, b) => (a > b ? a : b), row.read_at);
}
