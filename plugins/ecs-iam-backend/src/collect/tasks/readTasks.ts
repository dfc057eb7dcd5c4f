import { DescribeTasksCommand, paginateListTasks } from '@aws-sdk/client-ecs';
import {
  known,
  mapKnown,
  unknown,
  type Cluster,
  type Known,
} from '@ecs-iam/iam-analysis';
import type { FactKind } from '@ecs-iam/plugin-ecs-iam-node';
import { allKnown } from '../allKnown';
import { askOptional, askPagesOptional } from '../askOptional';
import { addFailures } from '../failures';
import { batches, inOrder } from '../inOrder';
import { AT_A_TIME, type Reading } from '../reading';
import { ClusterTasks } from './ClusterTasks';
import { summed } from './summed';
import { toTaskGroup, type TaskGroup } from './toTaskGroup';

/** What runs in each cluster, by its ARN. */
export type RunningTasks = ReadonlyMap<string, Known<ClusterTasks>>;

/**
 * Reads the running tasks of the clusters, and keeps how many are alike; no task by itself. What runs in a cluster is
 * known as a whole or not at all.
 *
 * @param leavesIncomplete - the kinds of which something is known from tasks alone
 */
export async function readTasks(
  reading: Reading,
  clusters: readonly Pick<Cluster, 'arn'>[],
  leavesIncomplete: readonly FactKind[],
): Promise<RunningTasks> {
  const tasks = new Map<string, Known<ClusterTasks>>();
  const read = inOrder(clusters, AT_A_TIME, async ({ arn }) => ({
    arn,
    running: await readCluster(reading, arn, leavesIncomplete),
  }));
  for await (const { arn, running } of read) tasks.set(arn, running);
  return tasks;
}

async function readCluster(
  reading: Reading,
  cluster: string,
  leavesIncomplete: readonly FactKind[],
): Promise<Known<ClusterTasks>> {
  const listed = await askPagesOptional(
    reading,
    { api: 'ecs:ListTasks', resources: [cluster], leavesIncomplete },
    paginateListTasks(
      { client: reading.clients.ecs, pageSize: 100 },
      { cluster },
      { abortSignal: reading.signal },
    ),
    page => page.taskArns,
  );
  if (!listed.known) {
    // A cluster that is gone runs nothing.
    return listed.because === 'NotFound' ? known(ClusterTasks.of([])) : listed;
  }
  const described: Known<readonly TaskGroup[]>[] = [];
  for await (const groups of inOrder(
    batches(listed.value, 100),
    AT_A_TIME,
    batch => describe(reading, cluster, batch, leavesIncomplete),
  )) {
    described.push(groups);
  }
  return mapKnown(allKnown(described), groups =>
    ClusterTasks.of(summed(groups.flat())),
  );
}

async function describe(
  reading: Reading,
  cluster: string,
  arns: readonly string[],
  leavesIncomplete: readonly FactKind[],
): Promise<Known<readonly TaskGroup[]>> {
  const answer = await askOptional(
    reading,
    { api: 'ecs:DescribeTasks', resources: [cluster], leavesIncomplete },
    () =>
      reading.clients.ecs.send(
        new DescribeTasksCommand({ cluster, tasks: [...arns] }),
        { abortSignal: reading.signal },
      ),
  );
  if (!answer.known) return answer;
  // A task that is missing has ended since it was listed.
  const failures = (answer.value.failures ?? []).filter(
    ({ reason }) => reason !== 'MISSING',
  );
  if (failures.length > 0) {
    addFailures(reading.gaps, 'ecs:DescribeTasks', failures, leavesIncomplete);
    return unknown(failures[0].reason ?? 'UNKNOWN');
  }
  return known(
    summed(
      (answer.value.tasks ?? [])
        .filter(({ clusterArn }) => (clusterArn ?? cluster) === cluster)
        .flatMap(task => toTaskGroup(task) ?? []),
    ),
  );
}

/** @returns what runs in a cluster */
export function tasksIn(
  tasks: RunningTasks,
  clusterArn: string,
): Known<ClusterTasks> {
  return tasks.get(clusterArn) ?? unknown('UnknownCluster');
}
