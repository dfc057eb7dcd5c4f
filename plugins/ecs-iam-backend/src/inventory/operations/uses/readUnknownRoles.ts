import type { Knex } from 'knex';
import type { RoleSlot, RoleUse, Unknown } from '@ecs-iam/iam-analysis';
import { fromColumn } from '../../json';
import type { RoleUseRow } from '../../tables';
import { presentUses } from './presentUses';

/**
 * Slots of present services of an account of which nobody knows which role is in them. Whatever role it is has a user
 * more than is stored.
 *
 * @returns by slot, why; a reason that names a permission before one that does not
 */
export async function readUnknownRoles(
  knex: Knex | Knex.Transaction,
  accountId: string,
): Promise<ReadonlyMap<RoleSlot, Unknown>> {
  const rows: (Pick<RoleUseRow, 'slot'> & { role: string })[] =
    await presentUses(knex)
      .where('service.account_id', accountId)
      .whereNull('role_use.role_id')
      .distinct('role_use.slot', knex.raw(`${roleOfUse(knex)} as role`))
      .orderBy(['role_use.slot', 'role']);
  const unknown = new Map<RoleSlot, Unknown>();
  for (const { slot, role } of rows) {
    const roleArn = fromColumn<RoleUse['roleArn']>(role);
    if (!roleArn.known && unknown.get(slot)?.needs === undefined) {
      unknown.set(slot, roleArn);
    }
  }
  return unknown;
}

function roleOfUse(knex: Knex | Knex.Transaction): string {
  return knex.client.config.client === 'pg'
    ? "role_use.role_use::json->>'roleArn'"
    : "json_extract(role_use.role_use, '$.roleArn')";
}
