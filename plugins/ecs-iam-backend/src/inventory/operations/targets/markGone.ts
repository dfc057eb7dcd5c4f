import type { Knex } from 'knex';
import type { FactKind, Target } from '@ecs-iam/plugin-ecs-iam-node';
import { inBatches, readInBatches } from '../../batches';
import type { RoleInSlot } from '../../Inventory';
import type {
  FactRow,
  RoleRow,
  RoleSightingRow,
  RoleUseRow,
  ServiceTableRow,
  SharedFactKind,
} from '../../tables';
import { resolveFindings } from '../findings/resolveFindings';
import { changedRoles } from '../uses/changedRoles';
import type { RoleUseWithoutNeeds } from '../uses/readRoleUses';
import { columnsWithoutNeeds } from '../uses/readRoleUses';

/** What a read did not see any more. */
export type Gone = Readonly<{ count: number; released: readonly RoleInSlot[] }>;

/**
 * Marks facts of one kind gone that a complete listing did not see.
 *
 * @param startedAt - when the listing began: what was read before was not seen by it
 * @param at - the date of their going
 * @returns how many, and which roles lost a user by it
 */
export async function markGone(
  knex: Knex | Knex.Transaction,
  target: Target,
  kind: FactKind,
  startedAt: string,
  at: string,
): Promise<Gone> {
  switch (kind) {
    case 'service':
      return markServicesGone(knex, target, startedAt, at);
    case 'role':
      return markRolesGone(knex, target, startedAt, at);
    case 'taskDefinition':
      // A revision never changes, so there is nothing that a later read could have missed.
      return { count: 0, released: [] };
    case 'cluster':
    case 'capacityProvider':
    case 'host':
    case 'instanceProfile':
      return markSharedFactsGone(knex, target, kind, startedAt, at);
    case 'secretKey':
    case 'registry':
    case 'taskDefinitionFamily':
      return markSharedFactsGone(knex, target, kind, weekBefore(startedAt), at);
    default:
      return kind satisfies never;
  }
}

const WEEK_MILLISECONDS = 7 * 24 * 60 * 60 * 1_000;

// The latest revision of a family is not read with every read of the target. Keys of secrets and the registry need not
// be allowed to be read: where they are refused, the read is complete without them, and what was known stays for a while.
function weekBefore(date: string): string {
  return new Date(Date.parse(date) - WEEK_MILLISECONDS).toISOString();
}

async function markSharedFactsGone(
  knex: Knex | Knex.Transaction,
  target: Target,
  kind: SharedFactKind,
  startedAt: string,
  at: string,
): Promise<Gone> {
  const count = await knex<FactRow>('fact')
    .where({ account_id: target.accountId, region: target.region, kind })
    .whereNull('gone_at')
    .where('read_at', '<', startedAt)
    .update({ gone_at: at });
  return { count, released: [] };
}

async function markServicesGone(
  knex: Knex | Knex.Transaction,
  target: Target,
  startedAt: string,
  at: string,
): Promise<Gone> {
  const gone = (
    await knex<ServiceTableRow>('service')
      .where({ account_id: target.accountId, region: target.region })
      .whereNull('gone_at')
      .where('read_at', '<', startedAt)
      .select('id')
  ).map(({ id }) => id);
  const uses = await readInBatches<RoleUseWithoutNeeds>(gone, ids =>
    knex('role_use').whereIn('service_id', ids).select(columnsWithoutNeeds),
  );
  for (const ids of inBatches(gone)) {
    await knex<ServiceTableRow>('service')
      .whereIn('id', ids)
      .update({ gone_at: at });
    await knex<RoleUseRow>('role_use').whereIn('service_id', ids).delete();
  }
  await resolveFindings(knex, gone, at);
  return { count: gone.length, released: changedRoles(uses, []) };
}

// A role belongs to the account, and each of its regions reads only the roles that it uses itself.
async function markRolesGone(
  knex: Knex | Knex.Transaction,
  target: Target,
  startedAt: string,
  at: string,
): Promise<Gone> {
  const sightings = knex<RoleSightingRow>('role_sighting')
    .where({ account_id: target.accountId, region: target.region })
    .where('seen_at', '<', startedAt);
  const unseen = (await sightings.clone().select('role_id')).map(
    ({ role_id }) => role_id,
  );
  await sightings.clone().delete();
  const gone = await readInBatches(unseen, ids =>
    knex<RoleRow>('role')
      .whereIn('id', ids)
      .whereNull('gone_at')
      .whereNotIn(
        'id',
        knex('role_sighting').whereIn('role_id', ids).select('role_id'),
      )
      .select('id'),
  );
  const ids = gone.map(({ id }) => id);
  for (const batch of inBatches(ids)) {
    await knex<RoleRow>('role').whereIn('id', batch).update({ gone_at: at });
  }
  await resolveFindings(knex, ids, at);
  return { count: ids.length, released: [] };
}
