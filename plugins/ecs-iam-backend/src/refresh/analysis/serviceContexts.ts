import { known, unknown } from '@ecs-iam/iam-analysis';
import type {
  Cluster,
  Host,
  Known,
  Service,
  ServiceContext,
  TaskDefinition,
  Unknown,
} from '@ecs-iam/iam-analysis';
import type { FactKind, Gap } from '@ecs-iam/plugin-ecs-iam-node';
import type { TargetFacts } from '../../inventory/Inventory';

/**
 * Puts each service of a target together with what decides on its roles.
 *
 * @param facts - all of the target
 * @param gaps - all of the target: a list that a gap left incomplete is unknown
 * @returns by ARN of the service
 */
export function serviceContexts(
  facts: TargetFacts,
  gaps: readonly Gap[],
): ReadonlyMap<string, ServiceContext> {
  const clusters = byArn(facts.clusters);
  const taskDefinitions = byArn([
    ...facts.taskDefinitions,
    ...facts.clusters.flatMap(definitionsOfDaemons),
  ]);
  const instanceProfiles = byArn(facts.instanceProfiles);
  const secretKeys = byArn(facts.secretKeys);
  const families = new Map(facts.families.map(each => [each.name, each]));
  const registry = facts.registry
    ? known(facts.registry)
    : notRead(
        gaps.find(gap => gap.leavesIncomplete.includes('registry')),
        'ecr:DescribePullThroughCacheRules',
      );
  const hosts = new Map<string, Host[]>();
  for (const host of facts.hosts) {
    hosts.set(host.clusterArn, [...(hosts.get(host.clusterArn) ?? []), host]);
  }
  return new Map(
    facts.services.map(service => {
      const { clusterArn } = service;
      const cluster = clusters.get(clusterArn);
      return [
        service.arn,
        {
          service,
          cluster: cluster ? known(cluster) : withoutCluster(service, gaps),
          taskDefinitions,
          instanceProfiles,
          secretKeys,
          registry,
          families,
          capacityProviders: listOf(
            facts.capacityProviders.filter(
              provider =>
                provider.clusterArn === null ||
                provider.clusterArn === clusterArn,
            ),
            gapIn('capacityProvider', service, gaps),
          ),
          hosts: listOf(
            hosts.get(clusterArn) ?? [],
            gapIn('host', service, gaps),
          ),
        },
      ];
    }),
  );
}

// A family of which no task runs is in no cluster, and no permission would tell of one.
function withoutCluster(service: Service, gaps: readonly Gap[]): Unknown {
  return service.clusterArn === ''
    ? unknown('none of its tasks runs')
    : notRead(gapIn('cluster', service, gaps), 'ecs:DescribeClusters');
}

// Daemons have task definitions of their own, which come with the cluster. Their tasks are among those on hosts.
function definitionsOfDaemons({ daemons }: Cluster): readonly TaskDefinition[] {
  return (daemons.known ? daemons.value : []).flatMap(({ taskDefinition }) =>
    taskDefinition.known ? [taskDefinition.value] : [],
  );
}

/** @returns a fact that is not there, with the reason if one is known */
export function notRead(gap: Gap | undefined, needs: string) {
  return gap
    ? unknown(gap.because, gap.api)
    : unknown('it was not part of the last scan', needs);
}

function listOf<T>(
  items: readonly T[],
  gap: Gap | undefined,
): Known<readonly T[]> {
  return gap ? unknown(gap.because, gap.api) : known(items);
}

/**
 * The gap that leaves a list of the service's cluster incomplete. One that names only other clusters, or hosts of
 * other clusters, does not.
 */
function gapIn(
  kind: FactKind,
  { clusterArn }: Service,
  gaps: readonly Gap[],
): Gap | undefined {
  const name = clusterArn.slice(clusterArn.lastIndexOf('/') + 1);
  return gaps.find(
    ({ leavesIncomplete, resources }) =>
      leavesIncomplete.includes(kind) &&
      (resources.length === 0 ||
        resources.some(
          resource =>
            !/:(cluster|container-instance)\//.test(resource) ||
            resource.split('/')[1] === name,
        )),
  );
}

function byArn<T extends Readonly<{ arn: string }>>(
  items: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(items.map(item => [item.arn, item]));
}
