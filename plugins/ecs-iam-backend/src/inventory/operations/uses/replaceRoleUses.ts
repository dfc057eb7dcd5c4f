import type { Knex } from 'knex';
import { inBatches, readInBatches, upsert } from '../../batches';
import { idOf } from '../../ids';
import type { DerivedOfUse, RoleInSlot, ServiceUses } from '../../Inventory';
import type { RoleUseRow, ServiceTableRow } from '../../tables';
import type { WrittenUse } from './changedRoles';
import { changedRoles } from './changedRoles';
import { columnsWithoutNeeds } from './readRoleUses';

/**
 * Replaces the role uses of services. Rows that are the same are not written.
 *
 * @returns the roles that won or lost a user, are used by another revision, or of which a user needs something else
 */
export async function replaceRoleUses(
  knex: Knex | Knex.Transaction,
  services: readonly ServiceUses[],
): Promise<RoleInSlot[]> {
  const before = await readBefore(knex, services);
  const stored = new Map(before.map(row => [keyOf(row), row]));
  const after = services.flatMap(service => toRows(service, stored));
  const kept = new Set(after.map(keyOf));
  for (const row of before.filter(old => !kept.has(keyOf(old)))) {
    await knex<RoleUseRow>('role_use')
      .where({ service_id: row.service_id, position: row.position })
      .delete();
  }
  const changed = after.filter(row => !isSame(row, stored.get(keyOf(row))));
  // A row that does not bring what follows from it must not take away what is stored.
  for (const rows of [
    changed.filter(({ needs }) => needs === undefined),
    changed.filter(({ needs }) => needs !== undefined),
  ]) {
    await upsert<WrittenUse>(
      knex,
      'role_use',
      ['service_id', 'position'],
      rows,
    );
  }
  await writeCompute(knex, services);
  return changedRoles(before, after);
}

// Needs are read only to compare them with new ones.
async function readBefore(
  knex: Knex | Knex.Transaction,
  services: readonly ServiceUses[],
): Promise<WrittenUse[]> {
  const bringsMore = services.some(({ uses }) =>
    uses.some(({ derived }) => derived !== undefined),
  );
  return readInBatches<WrittenUse>(
    services.map(({ serviceArn }) => idOf(serviceArn)),
    ids =>
      knex('role_use')
        .whereIn('service_id', ids)
        .select([
          ...columnsWithoutNeeds,
          ...(bringsMore ? ['role_use.needs', 'role_use.imds_reached'] : []),
        ]),
  );
}

function keyOf(row: Pick<RoleUseRow, 'service_id' | 'position'>): string {
  return `${row.service_id} ${row.position}`;
}

function isSame(row: WrittenUse, old: WrittenUse | undefined): boolean {
  return (
    old?.role_use === row.role_use &&
    old.undecided === row.undecided &&
    (row.needs === undefined ||
      (old.needs === row.needs &&
        Boolean(old.imds_reached) === row.imds_reached))
  );
}

function toRows(
  { serviceArn, uses }: ServiceUses,
  stored: ReadonlyMap<string, WrittenUse>,
): WrittenUse[] {
  return uses.map(({ undecided, derived, ...use }, position) => {
    const service_id = idOf(serviceArn);
    const role_use = JSON.stringify(use);
    const old = stored.get(keyOf({ service_id, position }));
    const isUnchanged = old?.role_use === role_use;
    const roleArn = use.roleArn.known ? use.roleArn.value : null;
    const carried = isUnchanged ? old.undecided : '[]';
    return {
      service_id,
      position,
      slot: use.slot,
      role_id: roleArn === null ? null : idOf(roleArn),
      role_arn: roleArn,
      service_arn: serviceArn,
      role_use,
      undecided: undecided ? JSON.stringify(undecided) : carried,
      ...(derived === undefined && isUnchanged
        ? {}
        : derivedRow(derived, roleArn)),
    };
  });
}

// What a role would need that is not there, or not known, nobody looks up.
function derivedRow(
  derived: DerivedOfUse | undefined,
  roleArn: string | null,
): Pick<RoleUseRow, 'needs' | 'imds_reached'> {
  return {
    needs:
      derived?.needs && roleArn !== null ? JSON.stringify(derived.needs) : null,
    imds_reached: derived?.imdsReached ?? false,
  };
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
