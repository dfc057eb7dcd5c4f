import {
  DescribeServicesCommand,
  paginateListServices,
} from '@aws-sdk/client-ecs';
import type { Service } from '@ecs-iam/iam-analysis';
import type { FactKind, FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { ask, askPages } from './ask';
import type { ReadCluster } from './toCluster';
import { addFailures } from './failures';
import { batches, inOrder } from './inOrder';
import { AT_A_TIME, type Reading } from './reading';
import { GatewayReader } from './revisions/GatewayReader';
import { readServiceDetails } from './revisions/readServiceDetails';
import { tasksIn, type RunningTasks } from './tasks/readTasks';
import { toService } from './toService';

/** What services name: without the services it is not known either. */
const NAMED_BY_SERVICES: readonly FactKind[] = [
  'service',
  'taskDefinition',
  'capacityProvider',
  'instanceProfile',
  'role',
];

type Batch = Readonly<{ clusterArn: string; arns: readonly string[] }>;

type Around = Readonly<{ tasks: RunningTasks; gateways: GatewayReader }>;

/** Reads all services of the clusters with their tags, in pages of the ten that ECS describes at a time. */
export async function* readServices(
  reading: Reading,
  clusters: readonly ReadCluster[],
  tasks: RunningTasks,
): AsyncGenerator<FactPage, readonly Service[]> {
  const around = { tasks, gateways: GatewayReader.create(reading) };
  const services: Service[] = [];
  const listed = inOrder(clusters, AT_A_TIME, ({ cluster }) =>
    listServices(reading, cluster.arn),
  );
  for await (const clusterBatches of listed) {
    const pages = inOrder(clusterBatches, AT_A_TIME, batch =>
      describeServices(reading, around, batch),
    );
    for await (const page of pages) {
      services.push(...page);
      if (page.length > 0) yield { kind: 'service', facts: page };
    }
  }
  return services;
}

async function listServices(
  reading: Reading,
  clusterArn: string,
): Promise<readonly Batch[]> {
  const { items } = await askPages(
    reading,
    {
      api: 'ecs:ListServices',
      resources: [clusterArn],
      leavesIncomplete: NAMED_BY_SERVICES,
    },
    paginateListServices(
      { client: reading.clients.ecs, pageSize: 100 },
      { cluster: clusterArn },
      { abortSignal: reading.signal },
    ),
    page => page.serviceArns,
  );
  return batches(items, 10).map(arns => ({ clusterArn, arns }));
}

async function describeServices(
  reading: Reading,
  { tasks, gateways }: Around,
  { clusterArn, arns }: Batch,
): Promise<readonly Service[]> {
  const answer = await ask(
    reading,
    {
      api: 'ecs:DescribeServices',
      resources: arns,
      leavesIncomplete: NAMED_BY_SERVICES,
    },
    () =>
      reading.clients.ecs.send(
        new DescribeServicesCommand({
          cluster: clusterArn,
          services: [...arns],
          include: ['TAGS'],
        }),
        { abortSignal: reading.signal },
      ),
  );
  if (!answer.known) return [];
  addFailures(
    reading.gaps,
    'ecs:DescribeServices',
    answer.value.failures,
    NAMED_BY_SERVICES,
  );
  const described = answer.value.services ?? [];
  const details = await readServiceDetails(reading, gateways, described);
  return described.flatMap((service, index) =>
    toService(
      service,
      reading.target,
      details[index],
      tasksIn(tasks, clusterArn),
    ),
  );
}
