import type { Knex } from 'knex';
import { factKinds } from '@ecs-iam/plugin-ecs-iam-node';
import type { FactKind, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { FinishedRead, ReadOutcome, RoleInSlot } from '../../Inventory';
import type { TargetRow } from '../../tables';
import { replaceGaps } from '../gaps/replaceGaps';
import { markGone } from './markGone';
import { ensureTargets } from './registerTargets';

/**
 * Ends a read of a target. Only a kind that was listed completely loses what was not seen; a failed read changes
 * nothing but the target's state, so that the last good facts stay as they are.
 */
export async function finishRead(
  knex: Knex | Knex.Transaction,
  target: Target,
  read: Readonly<{ startedAt: Date; finishedAt: Date }> & ReadOutcome,
): Promise<FinishedRead> {
  const at = read.finishedAt.toISOString();
  await ensureTargets(knex, [target]);
  const gone: Record<FactKind, number> = {
    cluster: 0,
    service: 0,
    taskDefinition: 0,
    capacityProvider: 0,
    host: 0,
    instanceProfile: 0,
    secretKey: 0,
    registry: 0,
    taskDefinitionFamily: 0,
    role: 0,
  };
  const released: RoleInSlot[] = [];
  if (read.outcome !== 'failed') {
    const incomplete = new Set(read.gaps.flatMap(gap => gap.leavesIncomplete));
    for (const kind of factKinds.filter(k => !incomplete.has(k))) {
      const startedAt = read.startedAt.toISOString();
      const lost = await markGone(knex, target, kind, startedAt, at);
      gone[kind] = lost.count;
      released.push(...lost.released);
    }
    await replaceGaps(knex, target, read.gaps, at);
  }
  const row = knex<TargetRow>('target').where({
    account_id: target.accountId,
    region: target.region,
  });
  const before = await row.clone().first('last_success');
  await row.clone().update({
    partition: target.partition,
    last_attempt: at,
    outcome: read.outcome,
    error: read.outcome === 'failed' ? read.error : null,
    ...(read.outcome === 'failed' ? {} : { last_success: at }),
  });
  return { gone, released, first: !before?.last_success };
}
