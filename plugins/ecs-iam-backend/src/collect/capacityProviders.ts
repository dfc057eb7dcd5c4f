import {
  DescribeCapacityProvidersCommand,
  type CapacityProvider as SdkCapacityProvider,
  type DescribeCapacityProvidersRequest,
} from '@aws-sdk/client-ecs';
import type { CapacityProvider, Service } from '@ecs-iam/iam-analysis';
import type { FactKind, FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { ask } from './ask';
import type { ReadCluster } from './toCluster';
import { addFailures } from './failures';
import { providerNames, type NamedProviders } from './providerNames';
import { batches, inOrder } from './inOrder';
import { AT_A_TIME, type Reading } from './reading';
import { TemplateReader } from './TemplateReader';
import { toCapacityProvider } from './toCapacityProvider';

const NAMED_BY_PROVIDERS: readonly FactKind[] = [
  'capacityProvider',
  'instanceProfile',
  'role',
];

/**
 * Reads the capacity providers that clusters and services name, and what a host that they started now would get. They
 * are asked for by cluster, because those for Managed Instances belong to one. The two for Fargate are not asked for:
 * they name no role.
 */
export async function* readCapacityProviders(
  reading: Reading,
  clusters: readonly ReadCluster[],
  services: readonly Service[],
): AsyncGenerator<FactPage, readonly CapacityProvider[]> {
  const asked = providerNames(
    clusters.map(({ cluster }) => cluster),
    services,
  );
  const templates = TemplateReader.create(reading);
  const read: CapacityProvider[] = [];
  const seen = new Set<string>();
  for await (const found of inOrder(asked, AT_A_TIME, named =>
    describeAll(reading, named),
  )) {
    // One for an Auto Scaling group may serve several clusters.
    const fresh = found.filter(({ capacityProviderArn: arn }) => {
      const isFresh = arn !== undefined && !seen.has(arn);
      if (isFresh) seen.add(arn);
      return isFresh;
    });
    const facts = await Promise.all(
      fresh.map(async provider =>
        toCapacityProvider(
          provider,
          clusters.map(({ cluster }) => cluster),
          await templates.of(provider),
        ),
      ),
    );
    read.push(...facts);
    if (facts.length > 0) yield { kind: 'capacityProvider', facts };
  }
  return read;
}

async function describeAll(
  reading: Reading,
  { cluster, names }: NamedProviders,
): Promise<readonly SdkCapacityProvider[]> {
  const found: SdkCapacityProvider[] = [];
  for (const batch of batches(names, 100)) {
    let nextToken: string | undefined;
    do {
      const page = await describePage(reading, {
        cluster: cluster.name,
        capacityProviders: [...batch],
        nextToken,
      });
      found.push(...page.found);
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
  }
  return found;
}

async function describePage(
  reading: Reading,
  input: DescribeCapacityProvidersRequest,
): Promise<
  Readonly<{ found: readonly SdkCapacityProvider[]; nextToken?: string }>
> {
  const answer = await ask(
    reading,
    {
      api: 'ecs:DescribeCapacityProviders',
      resources: input.capacityProviders ?? [],
      leavesIncomplete: NAMED_BY_PROVIDERS,
    },
    () =>
      reading.clients.ecs.send(new DescribeCapacityProvidersCommand(input), {
        abortSignal: reading.signal,
      }),
  );
  if (!answer.known) return { found: [] };
  const { capacityProviders, failures, nextToken } = answer.value;
  addFailures(
    reading.gaps,
    'ecs:DescribeCapacityProviders',
    failures,
    NAMED_BY_PROVIDERS,
  );
  return { found: capacityProviders ?? [], nextToken };
}
