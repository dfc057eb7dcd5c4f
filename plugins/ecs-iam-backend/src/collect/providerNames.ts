import type { Cluster, Service } from '@ecs-iam/iam-analysis';

/** The capacity providers that are named in one cluster. */
export type NamedProviders = Readonly<{
  cluster: NamingCluster;
  names: readonly string[];
}>;

type NamingCluster = Pick<
  Cluster,
  'arn' | 'name' | 'capacityProviders' | 'defaultCapacityProviderStrategy'
>;

/** @returns by cluster, what the cluster, its services and their deployments name; without Fargate's two */
export function providerNames(
  clusters: readonly NamingCluster[],
  services: readonly Service[],
): readonly NamedProviders[] {
  return clusters.flatMap(cluster => {
    const names = new Set([
      ...cluster.capacityProviders,
      ...cluster.defaultCapacityProviderStrategy.map(nameOf),
      ...services
        .filter(({ clusterArn }) => clusterArn === cluster.arn)
        .flatMap(service => [
          ...service.capacityProviderStrategy.map(nameOf),
          ...service.deployments.flatMap(deployment =>
            deployment.capacityProviderStrategy.map(nameOf),
          ),
        ]),
    ]);
    names.delete('FARGATE');
    names.delete('FARGATE_SPOT');
    return names.size > 0 ? [{ cluster, names: [...names] }] : [];
  });
}

function nameOf(item: Readonly<{ capacityProvider: string }>): string {
  return item.capacityProvider;
}
