import type { Knex } from 'knex';
import type { Compute, RoleSlot } from '@ecs-iam/iam-analysis';
import { readInBatches } from '../../batches';
import { idOf } from '../../ids';
import type { SlotsOfRole } from '../../Inventory';
import { fromColumn } from '../../json';
import type { RoleUseRow, ServiceTableRow } from '../../tables';
import { presentUses } from './presentUses';

/**
 * @returns by role, the slots in which present services use it, on what these services run, and whether any has tasks
 */
export async function readSlotsOfRoles(
  knex: Knex | Knex.Transaction,
  roleArns: readonly string[],
): Promise<ReadonlyMap<string, SlotsOfRole>> {
  const rows = await readInBatches<UsedSlotRow>(
    roleArns.map(arn => idOf(arn)),
    ids => usedSlots(knex, presentUses(knex).whereIn('role_use.role_id', ids)),
  );
  return byRole(rows);
}

/**
 * @returns the same of all roles that services of an account use
 */
export async function readSlotsOfAccount(
  knex: Knex | Knex.Transaction,
  accountId: string,
): Promise<ReadonlyMap<string, SlotsOfRole>> {
  return byRole(
    await usedSlots(
      knex,
      presentUses(knex)
        .where('service.account_id', accountId)
        .whereNotNull('role_use.role_id'),
    ),
  );
}

type UsedSlot = NonNullable<ReturnType<SlotsOfRole['get']>>;

// SQLite has no booleans.
type UsedSlotRow = Pick<RoleUseRow, 'role_arn' | 'slot' | 'imds_reached'> &
  Pick<ServiceTableRow, 'compute'> &
  Readonly<{ running: boolean | 0 | 1 }>;

function usedSlots(
  knex: Knex | Knex.Transaction,
  uses: Knex.QueryBuilder,
): PromiseLike<UsedSlotRow[]> {
  return uses
    .distinct(
      'role_use.role_arn',
      'role_use.slot',
      'role_use.imds_reached',
      'service.compute',
      knex.raw(`${runningCount(knex)} > 0 as running`),
    )
    .orderBy(['role_use.slot', 'service.compute']);
}

function byRole(
  rows: readonly UsedSlotRow[],
): ReadonlyMap<string, SlotsOfRole> {
  const roles = new Map<string, Map<RoleSlot, UsedSlot>>();
  for (const row of rows) {
    const { role_arn, slot, compute, running } = row;
    if (role_arn !== null) {
      const slots = roles.get(role_arn) ?? new Map<RoleSlot, UsedSlot>();
      const before = slots.get(slot);
      const all = new Set([
        ...(before?.compute ?? []),
        ...fromColumn<Compute[]>(compute),
      ]);
      const isRunning = before?.isRunning || Boolean(running);
      const imdsReached = before?.imdsReached || Boolean(row.imds_reached);
      roles.set(
        role_arn,
        slots.set(slot, { compute: [...all], isRunning, imdsReached }),
      );
    }
  }
  return roles;
}

function runningCount(knex: Knex | Knex.Transaction): string {
  return knex.client.config.client === 'pg'
    ? "(service.fact::json->>'runningCount')::int"
    : "json_extract(service.fact, '$.runningCount')";
}
