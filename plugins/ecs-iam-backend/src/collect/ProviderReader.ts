import {
  DescribeCapacityProvidersCommand,
  type CapacityProvider as SdkCapacityProvider,
  type DescribeCapacityProvidersRequest,
} from '@aws-sdk/client-ecs';
import type { Cluster } from '@ecs-iam/iam-analysis';
import type { FactKind } from '@ecs-iam/plugin-ecs-iam-node';
import { ask } from './ask';
import { addFailures } from './failures';
import { batches } from './inOrder';
import type { Reading } from './reading';

const NAMED_BY_PROVIDERS: readonly FactKind[] = [
  'capacityProvider',
  'instanceProfile',
  'role',
];

type Asked = Readonly<{
  names: ReadonlySet<string>;
  found: readonly SdkCapacityProvider[];
}>;

/**
 * Describes the capacity providers of clusters, each once: the cluster names most of them, its services the rest. They
 * are asked for by cluster, because those for Managed Instances belong to one.
 */
export class ProviderReader {
  readonly #reading: Reading;
  readonly #asked = new Map<string, Asked>();

  private constructor(reading: Reading) {
    this.#reading = reading;
  }

  static create(reading: Reading): ProviderReader {
    return new ProviderReader(reading);
  }

  /** @returns all that were found in the cluster so far */
  async of(
    cluster: Pick<Cluster, 'arn' | 'name'>,
    names: readonly string[],
  ): Promise<readonly SdkCapacityProvider[]> {
    const before = this.#asked.get(cluster.arn);
    const fresh = names.filter(name => !before?.names.has(name));
    const found = [
      ...(before?.found ?? []),
      ...(await this.#describeAll(cluster.name, fresh)),
    ];
    this.#asked.set(cluster.arn, {
      names: new Set([...(before?.names ?? []), ...fresh]),
      found,
    });
    return found;
  }

  async #describeAll(
    cluster: string,
    names: readonly string[],
  ): Promise<readonly SdkCapacityProvider[]> {
    const found: SdkCapacityProvider[] = [];
    for (const batch of batches(names, 100)) {
      let nextToken: string | undefined;
      do {
        const page = await this.#describePage({
          cluster,
          capacityProviders: [...batch],
          nextToken,
        });
        found.push(...page.found);
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
    }
    return found;
  }

  async #describePage(
    input: DescribeCapacityProvidersRequest,
  ): Promise<
    Readonly<{ found: readonly SdkCapacityProvider[]; nextToken?: string }>
  > {
    const { clients, gaps, signal } = this.#reading;
    const answer = await ask(
      this.#reading,
      {
        api: 'ecs:DescribeCapacityProviders',
        resources: input.capacityProviders ?? [],
        leavesIncomplete: NAMED_BY_PROVIDERS,
      },
      () =>
        clients.ecs.send(new DescribeCapacityProvidersCommand(input), {
          abortSignal: signal,
        }),
    );
    if (!answer.known) return { found: [] };
    const { capacityProviders, failures, nextToken } = answer.value;
    addFailures(
      gaps,
      'ecs:DescribeCapacityProviders',
      failures,
      NAMED_BY_PROVIDERS,
    );
    return { found: capacityProviders ?? [], nextToken };
  }
}
