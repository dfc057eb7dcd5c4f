import {
  known,
  type Cluster,
  type Known,
  type Service,
  type TaskDefinition,
  type Unknown,
} from '@ecs-iam/iam-analysis';
import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { ask } from '../ask';
import type { DailyShelf } from '../DailyShelf';
import { batches, inOrder } from '../inOrder';
import { AT_A_TIME, type Reading } from '../reading';
import { tasksIn, type RunningTasks } from '../tasks/readTasks';
import type { ReadCluster } from '../toCluster';
import { familyPages, readLatestRevision } from './readLatestRevision';
import { idleFamily, runningFamily } from './toFamilyService';

const PAGE = 25;

type Around = Readonly<{
  clusters: readonly ReadCluster[];
  /** Why there may be more clusters than these. */
  otherClusters: Unknown | undefined;
  tasks: RunningTasks;
  shelf: DailyShelf;
}>;

/**
 * Reads families of task definitions as services: one for each cluster in which tasks of the family run that no service
 * runs, or one without a cluster. A family that does not exist is none.
 *
 * @param families - names; what cannot be the name of a family is left out
 */
export async function* readTaskFamilies(
  reading: Reading,
  families: readonly string[],
  around: Around,
): AsyncGenerator<FactPage, readonly Service[]> {
  const { target } = reading;
  const services: Service[] = [];
  const names = [...new Set(families)].filter(isFamilyName);
  for (const page of batches(names, PAGE)) {
    const latest: TaskDefinition[] = [];
    const facts: Service[] = [];
    for await (const { family, revision } of inOrder(
      page,
      AT_A_TIME,
      async name => ({
        family: name,
        revision: await readLatestRevision(reading, ask, name, [
          'service',
          'role',
        ]),
      }),
    )) {
      if (revision.known) latest.push(revision.value);
      facts.push(...servicesOf(reading, family, revision, around));
    }
    services.push(...facts);
    if (facts.length > 0) yield { kind: 'service', facts };
    yield* familyPages(target, latest);
    latest.forEach(({ family, revision }) =>
      around.shelf.keep(target, family, revision),
    );
  }
  return services;
}

function servicesOf(
  { target }: Reading,
  family: string,
  latest: Known<TaskDefinition>,
  { clusters, otherClusters, tasks }: Around,
): readonly Service[] {
  const running = clusters.flatMap(({ cluster }) => {
    const groups = standaloneOf(family, cluster, tasks);
    return groups.length > 0
      ? [runningFamily(target, family, cluster, groups)]
      : [];
  });
  if (running.length > 0 || !latest.known) return running;
  const unread = [
    ...(otherClusters ? [otherClusters] : []),
    ...clusters.flatMap(({ cluster }): readonly Unknown[] => {
      const read = tasksIn(tasks, cluster.arn);
      return read.known ? [] : [read];
    }),
  ];
  // Where a call failed for now, its gap keeps what was known of the family.
  return unread.some(isForNow)
    ? []
    : [idleFamily(target, latest.value, unread[0] ?? known([]))];
}

function standaloneOf(
  family: string,
  { arn }: Pick<Cluster, 'arn'>,
  tasks: RunningTasks,
) {
  const read = tasksIn(tasks, arn);
  return read.known ? read.value.standaloneOf(family) : [];
}

/** A refusal names the permission that is missing. */
function isForNow({ needs }: Unknown): boolean {
  return needs === undefined;
}

// Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
function isFamilyName(name: string): boolean {
  return /^[\w-]{1,255}$/.test(name);
}
