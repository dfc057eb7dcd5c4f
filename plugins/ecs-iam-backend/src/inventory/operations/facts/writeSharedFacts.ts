import type { Knex } from 'knex';
import type { Facts, Target } from '@ecs-iam/plugin-ecs-iam-node';
import { upsert } from '../../batches';
import { idOf } from '../../ids';
import type { FactRow, SharedFactKind } from '../../tables';

/**
 * Writes facts of the kinds that share a table. A fact that was gone is back.
 */
export async function writeSharedFacts<K extends SharedFactKind>(
  knex: Knex | Knex.Transaction,
  target: Target,
  kind: K,
  facts: readonly (readonly [id: string, fact: Facts[K]])[],
  readAt: string,
): Promise<void> {
  await upsert<FactRow>(
    knex,
    'fact',
    ['account_id', 'region', 'kind', 'id'],
    facts.map(([id, fact]) => ({
      account_id: target.accountId,
      region: target.region,
      kind,
      id,
      fact: JSON.stringify(fact),
      read_at: readAt,
      gone_at: null,
    })),
  );
}

/**
 * @returns the key of a capacity provider: those of AWS (`FARGATE`) and those of one cluster (managed instances) share
 *   names across clusters
 */
export function capacityProviderId(
  provider: Facts['capacityProvider'],
): string {
  return idOf(provider.arn, provider.clusterArn ?? '');
}
