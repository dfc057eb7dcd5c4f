import {
  DescribeClustersCommand,
  paginateListClusters,
} from '@aws-sdk/client-ecs';
import type { TaskDefinition } from '@ecs-iam/iam-analysis';
import {
  factKinds,
  TargetUnreachableError,
  type CollectRequest,
  type FactPage,
} from '@ecs-iam/plugin-ecs-iam-node';
import { ask, noteFailure } from './ask';
import { daemonsOf } from './daemons/daemonsOf';
import { failureOf } from './errors';
import { addFailures } from './failures';
import { batches, inOrder } from './inOrder';
import type { ProviderReader } from './ProviderReader';
import { AT_A_TIME, type Reading } from './reading';
import { toCluster, type ReadCluster } from './toCluster';

/**
 * Reads all clusters of the target with their daemons, and what the daemons run.
 *
 * @throws TargetUnreachableError when the first call fails for want of credentials or of a connection
 */
export async function* readClusters(
  reading: Reading,
  providers: ProviderReader,
  request: CollectRequest,
): AsyncGenerator<FactPage, readonly ReadCluster[]> {
  const { clients, signal } = reading;
  const arns = await listClusters(reading);
  const read: ReadCluster[] = [];
  for (const batch of batches(arns, 100)) {
    const answer = await ask(
      reading,
      {
        api: 'ecs:DescribeClusters',
        resources: batch,
        leavesIncomplete: factKinds,
      },
      () =>
        clients.ecs.send(
          new DescribeClustersCommand({
            clusters: [...batch],
            include: ['CONFIGURATIONS'],
          }),
          { abortSignal: signal },
        ),
    );
    if (!answer.known) continue;
    addFailures(
      reading.gaps,
      'ecs:DescribeClusters',
      answer.value.failures,
      factKinds,
    );
    const page: ReadCluster[] = [];
    for await (const cluster of inOrder(
      (answer.value.clusters ?? []).flatMap(toCluster),
      AT_A_TIME,
      async described => ({
        ...described,
        cluster: {
          ...described.cluster,
          daemons: await daemonsOf(
            reading,
            providers,
            described.cluster,
            request,
          ),
        },
      }),
    )) {
      page.push(cluster);
    }
    read.push(...page);
    if (page.length > 0) {
      yield { kind: 'cluster', facts: page.map(({ cluster }) => cluster) };
    }
    const definitions = daemonDefinitions(page);
    if (definitions.length > 0) {
      yield { kind: 'taskDefinition', facts: definitions };
    }
  }
  return read;
}

/** @returns what the daemons of the clusters run, as far as it could be read, each once */
export function daemonDefinitions(
  clusters: readonly ReadCluster[],
): readonly TaskDefinition[] {
  const definitions = clusters.flatMap(({ cluster: { daemons } }) =>
    (daemons.known ? daemons.value : []).flatMap(({ taskDefinition }) =>
      taskDefinition.known ? taskDefinition.value : [],
    ),
  );
  return [...new Map(definitions.map(each => [each.arn, each])).values()];
}

async function listClusters(reading: Reading): Promise<readonly string[]> {
  const { clients, signal, target } = reading;
  const arns: string[] = [];
  try {
    const pages = paginateListClusters(
      { client: clients.ecs, pageSize: 100 },
      {},
      { abortSignal: signal },
    );
    for await (const page of pages) arns.push(...(page.clusterArns ?? []));
  } catch (error) {
    signal.throwIfAborted();
    const { cause, message } = failureOf(error);
    if (arns.length === 0 && (cause === 'Credentials' || cause === 'Network')) {
      throw new TargetUnreachableError(target, message, { cause: error });
    }
    noteFailure(
      reading,
      { api: 'ecs:ListClusters', resources: [], leavesIncomplete: factKinds },
      error,
    );
  }
  return arns;
}
