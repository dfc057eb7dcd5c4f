import type { Host, Service } from '@ecs-iam/iam-analysis';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Knex } from 'knex';
import type { TargetFacts } from '../../Inventory';
import { fromColumn } from '../../json';
import type { FactRow } from '../../tables';
import {
  factsOfKind,
  revisionsOf,
  revisionsOn,
} from '../targets/readTargetFacts';
import { readTaskDefinitions } from './readTaskDefinitions';

/**
 * What tells on which hosts services run, and what runs there beside them: no more of the target than that.
 *
 * @param services - of the target
 * @returns facts of a target in which there are these services alone, their clusters, and no roles
 */
export async function readHostFacts(
  knex: Knex | Knex.Transaction,
  target: Pick<Target, 'accountId' | 'region'>,
  services: readonly Service[],
): Promise<TargetFacts> {
  const present = () =>
    knex<FactRow>('fact')
      .where({ account_id: target.accountId, region: target.region })
      .whereNull('gone_at')
      .orderBy(['kind', 'id'])
      .select('kind', 'fact');
  const clusterArns = new Set(services.map(({ clusterArn }) => clusterArn));
  const shared = await present().whereIn('kind', [
    'cluster',
    'capacityProvider',
    'instanceProfile',
  ]);
  const hosts = (
    await present()
      .where('kind', 'host')
      .where(query => {
        // A target can have many clusters with a thousand hosts each: those of others are not read.
        for (const arn of clusterArns) {
          query.orWhereRaw(`fact like ? escape '!'`, [
            `%"clusterArn":${JSON.stringify(arn).replace(/[!%_]/g, '!$&')}%`,
          ]);
        }
      })
  ).map(row => fromColumn<Host>(row.fact));
  return {
    clusters: factsOfKind(shared, 'cluster'),
    services,
    taskDefinitions: await readTaskDefinitions(knex, [
      ...services.flatMap(revisionsOf),
      ...hosts.flatMap(revisionsOn),
    ]),
    capacityProviders: factsOfKind(shared, 'capacityProvider'),
    hosts,
    instanceProfiles: factsOfKind(shared, 'instanceProfile'),
    secretKeys: [],
    registry: null,
    families: [],
    roles: [],
    incomplete: new Map(),
  };
}
