import { unknown } from '@ecs-iam/iam-analysis';
import type { RoleSlot } from '@ecs-iam/iam-analysis';
import type { Knex } from 'knex';
import { readInBatches } from '../../batches';
import { idOf } from '../../ids';
import type { NeedsOfUse } from '../../Inventory';
import { fromColumn } from '../../json';
import type { RoleUseRow } from '../../tables';
import { presentUses } from './presentUses';

/**
 * @param slots - in which needs are derived
 * @returns what present services of all targets need of the roles. A use that was stored before needs were derived has
 *   unknown ones
 */
export async function readNeedsOfRoles(
  knex: Knex | Knex.Transaction,
  roleArns: readonly string[],
  slots: readonly RoleSlot[],
): Promise<NeedsOfUse[]> {
  if (slots.length === 0) {
    return [];
  }
  const rows = await readInBatches<NeedsRow>(
    roleArns.map(arn => idOf(arn)),
    ids =>
      presentUses(knex)
        .whereIn('role_use.role_id', ids)
        .whereIn('role_use.slot', [...slots])
        .orderBy(['role_use.service_id', 'role_use.position'])
        .select(
          'role_use.role_arn',
          'role_use.slot',
          'role_use.service_arn',
          'role_use.needs',
        ),
  );
  return rows.flatMap(({ role_arn, slot, service_arn, needs }) =>
    role_arn === null
      ? []
      : [
          {
            roleArn: role_arn,
            slot,
            serviceArn: service_arn,
            needs:
              needs === null
                ? unknown('it was not part of the last scan')
                : fromColumn<NeedsOfUse['needs']>(needs),
          },
        ],
  );
}

type NeedsRow = Pick<RoleUseRow, 'role_arn' | 'slot' | 'service_arn' | 'needs'>;
