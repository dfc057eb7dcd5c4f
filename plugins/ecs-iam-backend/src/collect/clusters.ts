import {
  DescribeClustersCommand,
  paginateListClusters,
} from '@aws-sdk/client-ecs';
import {
  factKinds,
  TargetUnreachableError,
  type FactPage,
} from '@ecs-iam/plugin-ecs-iam-node';
import { ask, noteFailure } from './ask';
import { failureOf } from './errors';
import { addFailures } from './failures';
import { batches } from './inOrder';
import { toCluster, type ReadCluster } from './toCluster';
import type { Reading } from './reading';

/**
 * Reads all clusters of the target.
 *
 * @throws TargetUnreachableError when the first call fails for want of credentials or of a connection
 */
export async function* readClusters(
  reading: Reading,
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
    const page = (answer.value.clusters ?? []).flatMap(toCluster);
    read.push(...page);
    if (page.length > 0) {
      yield { kind: 'cluster', facts: page.map(({ cluster }) => cluster) };
    }
  }
  return read;
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
