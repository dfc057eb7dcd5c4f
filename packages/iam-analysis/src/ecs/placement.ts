import { unknown } from '../known';
import type { Known, Unknown } from '../known';
import { isInUse } from './activeRevisions';
import { nameOf } from './rows/nameOf';
import type {
  CapacityProvider,
  CapacityProviderStrategyItem,
  Cluster,
  Service,
} from './service';
import type { Compute } from './slots';

/** A place where tasks of a service may land. */
export type Place =
  | Readonly<{
      compute: Exclude<Compute, 'unknown'>;
      /** `null`: by launch type, so on any host of that kind. */
      provider: string | null;
    }>
  | Readonly<{ compute: 'unknown'; provider: string | null; why: Unknown }>;

type Choice = Readonly<{
  launchType: string | null;
  capacityProviderStrategy: readonly CapacityProviderStrategyItem[];
}>;

/**
 * @param service - the service
 * @param cluster - its cluster, for the default strategy
 * @param capacityProviders - those of the cluster
 * @returns every place that launch types and strategies name, at least one
 */
export function placesOf(
  service: Service,
  cluster: Known<Cluster>,
  capacityProviders: Known<readonly CapacityProvider[]>,
): readonly Place[] {
  const own = placesOfChoice(service, capacityProviders);
  // The primary deployment repeats what the service says; task sets choose for themselves.
  const deployments = service.deployments.filter(
    each =>
      isInUse(each) &&
      (own.length === 0 ||
        each.kind === 'task-set' ||
        each.status !== 'PRIMARY'),
  );
  const named = [
    ...own,
    ...deployments.flatMap(each => placesOfChoice(each, capacityProviders)),
  ];
  return named.length > 0
    ? distinct(named)
    : placesOfDefault(service, cluster, capacityProviders);
}

function placesOfDefault(
  service: Service,
  cluster: Known<Cluster>,
  capacityProviders: Known<readonly CapacityProvider[]>,
): readonly Place[] {
  if (!cluster.known) {
    return [{ compute: 'unknown', provider: null, why: cluster }];
  }
  const strategy = usable(cluster.value.defaultCapacityProviderStrategy);
  return strategy.length > 0
    ? distinct(strategy.map(name => placeOfProvider(name, capacityProviders)))
    : [
        {
          compute: 'unknown',
          provider: null,
          why: unknown(
            `neither ${nameOf(service)} nor ${
              service.kind === 'service' ? 'its' : 'their'
            } cluster names a launch type or a capacity provider`,
          ),
        },
      ];
}

function placesOfChoice(
  { launchType, capacityProviderStrategy }: Choice,
  capacityProviders: Known<readonly CapacityProvider[]>,
): readonly Place[] {
  if (capacityProviderStrategy.length > 0) {
    return usable(capacityProviderStrategy).map(name =>
      placeOfProvider(name, capacityProviders),
    );
  }
  return launchType ? [placeOfLaunchType(launchType)] : [];
}

function placeOfLaunchType(launchType: string): Place {
  switch (launchType) {
    case 'FARGATE':
      return { compute: 'fargate', provider: null };
    case 'EC2':
      return { compute: 'ec2', provider: null };
    case 'EXTERNAL':
      return { compute: 'external', provider: null };
    case 'MANAGED_INSTANCES':
      return { compute: 'managed-instances', provider: null };
    default:
      return {
        compute: 'unknown',
        provider: null,
        why: unknown(`the launch type ${launchType} is not known here`),
      };
  }
}

function placeOfProvider(
  name: string,
  capacityProviders: Known<readonly CapacityProvider[]>,
): Place {
  if (name === 'FARGATE' || name === 'FARGATE_SPOT') {
    return { compute: 'fargate', provider: name };
  }
  if (!capacityProviders.known) {
    return { compute: 'unknown', provider: name, why: capacityProviders };
  }
  const provider = capacityProviders.value.find(
    candidate => candidate.name === name || candidate.arn === name,
  );
  if (!provider) {
    const why = unknown(
      `the capacity provider ${name} was not found`,
      'ecs:DescribeCapacityProviders',
    );
    return { compute: 'unknown', provider: name, why };
  }
  return { compute: computeOfProvider(provider), provider: provider.name };
}

function computeOfProvider(
  provider: CapacityProvider,
): 'fargate' | 'ec2' | 'managed-instances' {
  switch (provider.kind) {
    case 'fargate':
      return 'fargate';
    case 'auto-scaling-group':
      return 'ec2';
    case 'managed-instances':
      return 'managed-instances';
    default: {
      const never: never = provider.kind;
      return never;
    }
  }
}

// A provider of weight 0 that has no base gets no task, as long as another provider can get some.
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
function usable(
  strategy: readonly CapacityProviderStrategyItem[],
): readonly string[] {
  const weighed = strategy.filter(({ weight, base }) => weight > 0 || base > 0);
  return (weighed.length > 0 ? weighed : strategy).map(
    item => item.capacityProvider,
  );
}

function distinct(places: readonly Place[]): readonly Place[] {
  return places.filter(
    (place, index) =>
      index ===
      places.findIndex(
        other =>
          other.compute === place.compute && other.provider === place.provider,
      ),
  );
}
