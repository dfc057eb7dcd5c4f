import type { Knex } from 'knex';
import type { Host, Role, Service } from '@ecs-iam/iam-analysis';
import type {
  FactKind,
  Facts,
  Gap,
  Target,
} from '@ecs-iam/plugin-ecs-iam-node';
import type { TargetFacts } from '../../Inventory';
import { fromColumn } from '../../json';
import type {
  FactRow,
  GapRow,
  RoleRow,
  ServiceTableRow,
  SharedFactKind,
} from '../../tables';
import { readTaskDefinitions } from '../facts/readTaskDefinitions';

/**
 * @returns all present facts of a target, its roles included, with the revisions that run in it
 */
export async function readTargetFacts(
  knex: Knex | Knex.Transaction,
  target: Target,
): Promise<TargetFacts> {
  const where = { account_id: target.accountId, region: target.region };
  const services = (
    await knex<ServiceTableRow>('service')
      .where(where)
      .whereNull('gone_at')
      .orderBy(['name', 'id'])
      .select('fact')
  ).map(row => fromColumn<Service>(row.fact));
  const shared = await knex<FactRow>('fact')
    .where(where)
    .whereNull('gone_at')
    .orderBy(['kind', 'id'])
    .select('kind', 'fact');
  const hosts = factsOfKind(shared, 'host');
  const roles = await knex<RoleRow>('role')
    .whereIn('id', knex('role_sighting').where(where).select('role_id'))
    .whereNull('gone_at')
    .orderBy('id')
    .select('fact');
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
    secretKeys: factsOfKind(shared, 'secretKey'),
    registry: factsOfKind(shared, 'registry')[0] ?? null,
    families: factsOfKind(shared, 'taskDefinitionFamily'),
    roles: roles.map(row => fromColumn<Role>(row.fact)),
    incomplete: await incompleteKinds(knex, where),
  };
}

/** The revisions that a service runs, or that tasks of it run. */
export function revisionsOf({
  deployments,
  overrides,
}: Service): readonly string[] {
  return [...deployments, ...(overrides.known ? overrides.value : [])].map(
    ({ taskDefinitionArn }) => taskDefinitionArn,
  );
}

/** The revisions of the tasks on a host. */
export function revisionsOn({ tasks }: Host): readonly string[] {
  return (tasks.known ? tasks.value : []).map(
    ({ taskDefinitionArn }) => taskDefinitionArn,
  );
}

/** Of rows of several kinds, the facts of one. */
export function factsOfKind<K extends SharedFactKind>(
  rows: readonly Pick<FactRow, 'kind' | 'fact'>[],
  kind: K,
): Facts[K][] {
  return rows
    .filter(row => row.kind === kind)
    .map(row => fromColumn<Facts[K]>(row.fact));
}

async function incompleteKinds(
  knex: Knex | Knex.Transaction,
  where: Pick<GapRow, 'account_id' | 'region'>,
): Promise<ReadonlyMap<FactKind, Gap>> {
  const incomplete = new Map<FactKind, Gap>();
  for (const row of await knex<GapRow>('gap')
    .where(where)
    .orderBy('position')) {
    const gap = fromColumn<Gap>(row.gap);
    for (const kind of gap.leavesIncomplete) {
      incomplete.set(kind, incomplete.get(kind) ?? gap);
    }
  }
  return incomplete;
}
