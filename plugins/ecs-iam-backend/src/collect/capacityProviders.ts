import type { CapacityProvider, Service } from '@ecs-iam/iam-analysis';
import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { inOrder } from './inOrder';
import { providerNames } from './providerNames';
import type { ProviderReader } from './ProviderReader';
import { AT_A_TIME, type Reading } from './reading';
import { TemplateReader } from './TemplateReader';
import type { ReadCluster } from './toCluster';
import { toCapacityProvider } from './toCapacityProvider';

/**
 * Reads the capacity providers that clusters and services name, and what a host that they started now would get. The
 * two for Fargate are not asked for: they name no role.
 */
export async function* readCapacityProviders(
  reading: Reading,
  providers: ProviderReader,
  readClusters: readonly ReadCluster[],
  services: readonly Service[],
): AsyncGenerator<FactPage, readonly CapacityProvider[]> {
  const clusters = readClusters.map(({ cluster }) => cluster);
  const templates = TemplateReader.create(reading);
  const read: CapacityProvider[] = [];
  const seen = new Set<string>();
  for await (const found of inOrder(
    providerNames(clusters, services),
    AT_A_TIME,
    ({ cluster, names }) => providers.of(cluster, names),
  )) {
    // One for an Auto Scaling group may serve several clusters.
    const fresh = found.filter(({ capacityProviderArn: arn }) => {
      const isFresh = arn !== undefined && !seen.has(arn);
      if (isFresh) seen.add(arn);
      return isFresh;
    });
    const facts = await Promise.all(
      fresh.map(async provider =>
        toCapacityProvider(provider, clusters, await templates.of(provider)),
      ),
    );
    read.push(...facts);
    if (facts.length > 0) yield { kind: 'capacityProvider', facts };
  }
  return read;
}
