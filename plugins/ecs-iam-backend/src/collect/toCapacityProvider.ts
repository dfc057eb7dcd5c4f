import type { CapacityProvider as SdkCapacityProvider } from '@aws-sdk/client-ecs';
import type { CapacityProvider, Cluster } from '@ecs-iam/iam-analysis';

/** @param clusters - where ECS names a cluster without its ARN, the ARN is found here */
export function toCapacityProvider(
  provider: SdkCapacityProvider,
  clusters: readonly Cluster[],
  templates: CapacityProvider['templates'],
): CapacityProvider {
  const arn = provider.capacityProviderArn ?? '';
  return {
    name: provider.name ?? arn.slice(arn.lastIndexOf('/') + 1),
    arn,
    clusterArn: clusterArn(provider.cluster, clusters),
    kind: kindOf(provider),
    autoScalingGroup:
      autoScalingGroupName(
        provider.autoScalingGroupProvider?.autoScalingGroupArn,
      ) ?? null,
    infrastructureRoleArn:
      provider.managedInstancesProvider?.infrastructureRoleArn ?? null,
    templates,
  };
}

/** @param arn - an ARN that ends in `autoScalingGroupName/NAME`, or the plain name, which ECS takes as well */
export function autoScalingGroupName(
  arn: string | undefined,
): string | undefined {
  if (arn === undefined || arn === '') return undefined;
  return /autoScalingGroupName\/(.+)$/.exec(arn)?.[1] ?? arn;
}

/** @returns what sort of hosts it starts */
export function kindOf(
  provider: SdkCapacityProvider,
): CapacityProvider['kind'] {
  if (provider.managedInstancesProvider) return 'managed-instances';
  if (provider.autoScalingGroupProvider) return 'auto-scaling-group';
  switch (provider.type) {
    case 'MANAGED_INSTANCES':
      return 'managed-instances';
    case 'FARGATE':
    case 'FARGATE_SPOT':
      return 'fargate';
    default:
      // Before there were types, every provider but Fargate's was one for an Auto Scaling group.
      return 'auto-scaling-group';
  }
}

function clusterArn(
  cluster: string | undefined,
  clusters: readonly Cluster[],
): string | null {
  if (cluster === undefined || cluster === '') return null;
  if (cluster.startsWith('arn:')) return cluster;
  return clusters.find(({ name }) => name === cluster)?.arn ?? null;
}
