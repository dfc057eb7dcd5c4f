import {
  DescribeContainerInstancesCommand,
  paginateListContainerInstances,
  type ContainerInstance,
} from '@aws-sdk/client-ecs';
import type { Cluster, Host } from '@ecs-iam/iam-analysis';
import type { FactKind, FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { ask, askPages } from './ask';
import type { ReadCluster } from './toCluster';
import { addFailures } from './failures';
import { batches, inOrder } from './inOrder';
import { readMachines } from './machines';
import { AT_A_TIME, type Reading } from './reading';
import { readRegisteredRoles } from './registrations';
import { tasksIn, type RunningTasks } from './tasks/readTasks';
import { isExternal, toHost } from './toHost';

const NAMED_BY_HOSTS: readonly FactKind[] = ['host', 'instanceProfile', 'role'];

type Batch = Readonly<{ cluster: Cluster; arns: readonly string[] }>;

/** Reads the container instances of the clusters that have any, and the machines beneath them. */
export async function* readHosts(
  reading: Reading,
  clusters: readonly ReadCluster[],
  tasks: RunningTasks,
): AsyncGenerator<FactPage, readonly Host[]> {
  const hosts: Host[] = [];
  const withHosts = clusters.filter(({ hasHosts }) => hasHosts);
  const listed = inOrder(withHosts, AT_A_TIME, ({ cluster }) =>
    listInstances(reading, cluster),
  );
  for await (const clusterBatches of listed) {
    const pages = inOrder(clusterBatches, AT_A_TIME, batch =>
      describeHosts(reading, tasks, batch),
    );
    for await (const page of pages) {
      hosts.push(...page);
      if (page.length > 0) yield { kind: 'host', facts: page };
    }
  }
  return hosts;
}

async function listInstances(
  reading: Reading,
  cluster: Cluster,
): Promise<readonly Batch[]> {
  const { items } = await askPages(
    reading,
    {
      api: 'ecs:ListContainerInstances',
      resources: [cluster.arn],
      leavesIncomplete: NAMED_BY_HOSTS,
    },
    paginateListContainerInstances(
      { client: reading.clients.ecs, pageSize: 100 },
      { cluster: cluster.arn },
      { abortSignal: reading.signal },
    ),
    page => page.containerInstanceArns,
  );
  return batches(items, 100).map(arns => ({ cluster, arns }));
}

async function describeHosts(
  reading: Reading,
  tasks: RunningTasks,
  { cluster, arns }: Batch,
): Promise<readonly Host[]> {
  const answer = await ask(
    reading,
    {
      api: 'ecs:DescribeContainerInstances',
      resources: arns,
      leavesIncomplete: NAMED_BY_HOSTS,
    },
    () =>
      reading.clients.ecs.send(
        new DescribeContainerInstancesCommand({
          cluster: cluster.arn,
          containerInstances: [...arns],
        }),
        { abortSignal: reading.signal },
      ),
  );
  if (!answer.known) return [];
  const { containerInstances = [], failures } = answer.value;
  addFailures(
    reading.gaps,
    'ecs:DescribeContainerInstances',
    failures,
    NAMED_BY_HOSTS,
  );
  const external = containerInstances.filter(isExternal);
  const onEc2 = containerInstances.filter(instance => !isExternal(instance));
  const around = {
    machines: await readMachines(reading, idsOf(onEc2)),
    registeredRoles: await readRegisteredRoles(reading, idsOf(external)),
    tasks: tasksIn(tasks, cluster.arn),
  };
  return containerInstances.flatMap(instance =>
    toHost(instance, cluster, around),
  );
}

function idsOf(instances: readonly ContainerInstance[]): readonly string[] {
  return instances.flatMap(({ ec2InstanceId }) => ec2InstanceId ?? []);
}
