import type {
  CapacityProviderStrategyItem as SdkStrategyItem,
  Cluster as SdkCluster,
} from '@aws-sdk/client-ecs';
import type {
  CapacityProviderStrategyItem,
  Cluster,
} from '@ecs-iam/iam-analysis';

/** A cluster, and whether it has container instances to read. */
export type ReadCluster = Readonly<{ cluster: Cluster; hasHosts: boolean }>;

/** A cluster whose daemons are still to be read. */
export type DescribedCluster = Readonly<{
  cluster: Omit<Cluster, 'daemons'>;
  hasHosts: boolean;
}>;

/** @returns nothing for an answer without an ARN: such a cluster cannot be told from another */
export function toCluster(cluster: SdkCluster): readonly DescribedCluster[] {
  const arn = cluster.clusterArn;
  if (arn === undefined) return [];
  return [
    {
      cluster: {
        arn,
        name: cluster.clusterName ?? arn.slice(arn.lastIndexOf('/') + 1),
        status: cluster.status ?? 'UNKNOWN',
        capacityProviders: cluster.capacityProviders ?? [],
        defaultCapacityProviderStrategy: toStrategy(
          cluster.defaultCapacityProviderStrategy,
        ),
        executeCommand: toExecuteCommand(cluster),
      },
      // Without a count the instances are asked for: one call too many is better than hosts that nobody sees.
      hasHosts: cluster.registeredContainerInstancesCount !== 0,
    },
  ];
}

export function toStrategy(
  items: readonly SdkStrategyItem[] | undefined,
): readonly CapacityProviderStrategyItem[] {
  return (items ?? []).flatMap(({ capacityProvider, weight, base }) =>
    capacityProvider === undefined
      ? []
      : [{ capacityProvider, weight: weight ?? 0, base: base ?? 0 }],
  );
}

function toExecuteCommand(cluster: SdkCluster): Cluster['executeCommand'] {
  const configuration = cluster.configuration?.executeCommandConfiguration;
  if (configuration === undefined) return null;
  const logs = configuration.logConfiguration;
  return {
    logging: configuration.logging ?? null,
    kmsKeyId: configuration.kmsKeyId ?? null,
    cloudWatchLogGroupName: logs?.cloudWatchLogGroupName ?? null,
    s3BucketName: logs?.s3BucketName ?? null,
    s3KeyPrefix: logs?.s3KeyPrefix ?? null,
  };
}
