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
 * @returns by role, the slots in which present services use it, on what these services run, and whether any has tasks
 */
export async function readSlotsOfRoles(
  knex: Knex | Knex.Transaction,
  roleArns: readonly string[],
): Promise<ReadonlyMap<string, SlotsOfRole>> {
  const rows = await readInBatches<UsedSlotRow>(
    roleArns.map(arn => idOf(arn)),
    ids =>
      presentUses(knex, ids)
        .clearOrder()
        .distinct(
          'role_use.role_arn',
          'role_use.slot',
          'service.compute',
          knex.raw(`${runningCount(knex)} > 0 as running`),
        )
        .orderBy(['role_use.slot', 'service.compute']),
  );
  const roles = new Map<string, Map<RoleSlot, UsedSlot>>();
  for (const { role_arn, slot, compute, running } of rows) {
    if (role_arn !== null) {
      const slots = roles.get(role_arn) ?? new Map<RoleSlot, UsedSlot>();
      const before = slots.get(slot);
      const all = new Set([
        ...(before?.compute ?? []),
        ...fromColumn<Compute[]>(compute),
      ]);
      const isRunning = before?.isRunning || Boolean(running);
      roles.set(role_arn, slots.set(slot, { compute: [...all], isRunning }));
    }
  }
  return roles;
}

type UsedSlot = NonNullable<ReturnType<SlotsOfRole['get']>>;

// SQLite has no booleans.
type UsedSlotRow = Pick<RoleUseRow, 'role_arn' | 'slot'> &
  Pick<ServiceTableRow, 'compute'> &
  Readonly<{ running: boolean | 0 | 1 }>;

function runningCount(knex: Knex | Knex.Transaction): string {
  return knex.client.config.client === 'pg'
    ? "(service.fact::json->>'runningCount')::int"
    : "json_extract(service.fact, '$.runningCount')";
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
