import type { Knex } from 'knex';
import type {
  Compute,
  RoleSlot,
  RoleUse,
  Undecided,
} from '@ecs-iam/iam-analysis';
import { readInBatches } from '../../batches';
import { idOf } from '../../ids';
import type { SlotsOfRole, StoredRoleUse } from '../../Inventory';
import { fromColumn } from '../../json';
import type { RoleUseRow, ServiceTableRow } from '../../tables';
import { leaveOutFormerTargets } from '../targets/leaveOutFormerTargets';

/**
 * @returns the rows of the services, each service's in their order
 */
export async function readRoleUses(
  knex: Knex | Knex.Transaction,
  serviceArns: readonly string[],
): Promise<StoredRoleUse[]> {
  const rows = await readInBatches(
    serviceArns.map(arn => idOf(arn)),
    ids =>
      knex<RoleUseRow>('role_use')
        .whereIn('service_id', ids)
        .orderBy(['service_id', 'position']),
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
  const rows = await readInBatches<RoleUseRow>(
    roleArns.map(arn => idOf(arn)),
    ids => {
      const query = presentUses(knex, ids);
      if (slots) {
        query.whereIn('role_use.slot', [...slots]);
      }
      return query.select('role_use.*');
    },
  );
  return rows.map(toStoredRoleUse);
}

/**
 * @returns by role, the slots in which present services use it, and on what these services run
 */
export async function readSlotsOfRoles(
  knex: Knex | Knex.Transaction,
  roleArns: readonly string[],
): Promise<ReadonlyMap<string, SlotsOfRole>> {
  const rows = await readInBatches<
    Pick<RoleUseRow, 'role_arn' | 'slot'> & Pick<ServiceTableRow, 'compute'>
  >(
    roleArns.map(arn => idOf(arn)),
    ids =>
      presentUses(knex, ids)
        .clearOrder()
        .distinct('role_use.role_arn', 'role_use.slot', 'service.compute')
        .orderBy(['role_use.slot', 'service.compute']),
  );
  const roles = new Map<string, Map<RoleSlot, readonly Compute[]>>();
  for (const { role_arn, slot, compute } of rows) {
    if (role_arn !== null) {
      const slots = roles.get(role_arn) ?? new Map<RoleSlot, Compute[]>();
      const all = new Set([
        ...(slots.get(slot) ?? []),
        ...fromColumn<Compute[]>(compute),
      ]);
      roles.set(role_arn, slots.set(slot, [...all]));
    }
  }
  return roles;
}

function presentUses(
  knex: Knex | Knex.Transaction,
  roleIds: readonly string[],
): Knex.QueryBuilder {
  const query = knex('role_use')
    .join('service', 'service.id', 'role_use.service_id')
    .whereIn('role_use.role_id', roleIds)
    .whereNull('service.gone_at')
    .orderBy(['role_use.service_id', 'role_use.position']);
  leaveOutFormerTargets(query, 'service');
  return query;
}

/** What a row holds. */
export function toStoredRoleUse(row: RoleUseRow): StoredRoleUse {
  return {
    ...fromColumn<RoleUse>(row.role_use),
    serviceArn: row.service_arn,
    position: row.position,
    undecided: fromColumn<Undecided[]>(row.undecided),
  };
}
