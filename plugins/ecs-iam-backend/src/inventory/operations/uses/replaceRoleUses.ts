import type { Knex } from 'knex';
import type { RoleUse } from '@ecs-iam/iam-analysis';
import { inBatches, readInBatches, upsert } from '../../batches';
import { idOf } from '../../ids';
import type { RoleInSlot, ServiceUses } from '../../Inventory';
import type { RoleUseRow, ServiceTableRow } from '../../tables';

/**
 * Replaces the role uses of services. Rows that are the same are not written.
 *
 * @returns the roles that won or lost a user, or are used by another revision
 */
export async function replaceRoleUses(
  knex: Knex | Knex.Transaction,
  services: readonly ServiceUses[],
): Promise<RoleInSlot[]> {
  const before = await readInBatches(
    services.map(({ serviceArn }) => idOf(serviceArn)),
    ids => knex<RoleUseRow>('role_use').whereIn('service_id', ids).select('*'),
  );
  const stored = new Map(before.map(row => [keyOf(row), row]));
  const after = services.flatMap(service => toRows(service, stored));
  const kept = new Set(after.map(keyOf));
  for (const row of before.filter(old => !kept.has(keyOf(old)))) {
    await knex<RoleUseRow>('role_use')
      .where({ service_id: row.service_id, position: row.position })
      .delete();
  }
  await upsert<RoleUseRow>(
    knex,
    'role_use',
    ['service_id', 'position'],
    after.filter(row => {
      const old = stored.get(keyOf(row));
      return old?.role_use !== row.role_use || old.undecided !== row.undecided;
    }),
  );
  await writeCompute(knex, services);
  return changedRoles(before, after);
}

/**
 * @returns the roles whose users differ between the two lists
 */
export function changedRoles(
  before: readonly RoleUseRow[],
  after: readonly RoleUseRow[],
): RoleInSlot[] {
  const changed = new Map<string, RoleInSlot>();
  const sides = [before, after].map(
    rows => new Map(rows.map(row => [sharingOf(row), row])),
  );
  for (const [one, other] of [sides, [...sides].reverse()]) {
    for (const [sharing, { role_arn, slot }] of one) {
      if (role_arn !== null && !other.has(sharing)) {
        changed.set(`${role_arn} ${slot}`, { roleArn: role_arn, slot });
      }
    }
  }
  return [...changed.values()];
}

// What a sharer of the role can tell of this use: the service, the slot, the revisions.
function sharingOf(row: RoleUseRow): string {
  const { revisions }: RoleUse = JSON.parse(row.role_use);
  const arns = revisions.map(revision => revision.taskDefinitionArn).sort();
  return [row.role_arn, row.slot, row.service_id, ...arns].join(' ');
}

function keyOf(row: Pick<RoleUseRow, 'service_id' | 'position'>): string {
  return `${row.service_id} ${row.position}`;
}

function toRows(
  { serviceArn, uses }: ServiceUses,
  stored: ReadonlyMap<string, RoleUseRow>,
): RoleUseRow[] {
  return uses.map(({ undecided, ...use }, position) => {
    const service_id = idOf(serviceArn);
    const role_use = JSON.stringify(use);
    const old = stored.get(keyOf({ service_id, position }));
    const carried = old?.role_use === role_use ? old.undecided : '[]';
    const roleArn = use.roleArn.known ? use.roleArn.value : null;
    return {
      service_id,
      position,
      slot: use.slot,
      role_id: roleArn === null ? null : idOf(roleArn),
      role_arn: roleArn,
      service_arn: serviceArn,
      role_use,
      undecided: undecided ? JSON.stringify(undecided) : carried,
    };
  });
}

// Services that run on the same compute are written together: there are few kinds of it.
async function writeCompute(
  knex: Knex | Knex.Transaction,
  services: readonly ServiceUses[],
): Promise<void> {
  const ids = new Map<string, string[]>();
  for (const { serviceArn, compute } of services) {
    const text = JSON.stringify(compute);
    ids.set(text, [...(ids.get(text) ?? []), idOf(serviceArn)]);
  }
  for (const [compute, ofCompute] of ids) {
    for (const batch of inBatches(ofCompute)) {
      await knex<ServiceTableRow>('service')
        .whereIn('id', batch)
        .whereNot({ compute })
        .update({ compute });
    }
  }
}
