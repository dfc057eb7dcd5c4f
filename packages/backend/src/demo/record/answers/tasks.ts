import type { JsonObject } from '@backstage/types';
import { runningTasks } from '../../fleet/build/runningTasks';
import type { RunningTask } from '../../fleet/build/runningTasks';
import type { ClusterDefinition, Fleet } from '../../fleet/types';
import { isAt, isCall, shortName, texts, withAnswer } from './amend';
import type { Asked } from './amend';
import { ecsArn } from './ecsArn';

const NO_TASKS =
  'the recorded server starts no tasks for services, and none with a network interface on a host that is named';

/** What runs on hosts, and what no service runs. */
export function amendTasks(asked: Asked): Asked {
  const cluster = asked.fleet.clusters.find(
    each =>
      isAt(asked.place, each) &&
      each.name === shortName(asked.call.params.cluster),
  );
  if (!cluster) {
    return asked;
  }
  const tasks = runningTasks(asked.fleet, cluster);
  if (tasks.length > 0 && isCall(asked, 'ecs', 'ListTasks')) {
    const taskArns = tasks.map((_task, index) => taskArn(cluster, index));
    return withAnswer(asked, { taskArns }, NO_TASKS);
  }
  if (isCall(asked, 'ecs', 'DescribeTasks')) {
    const wanted = texts(asked.call.params.tasks);
    const described = tasks
      .map((task, index) => describe(asked, cluster, task, index))
      .filter(task => wanted.includes(`${task.taskArn}`));
    return withAnswer(asked, { tasks: described, failures: [] }, NO_TASKS);
  }
  return asked;
}

function taskArn(cluster: ClusterDefinition, index: number): string {
  const id = `de40${`${index + 1}`.padStart(28, '0')}`;
  return ecsArn(cluster, `task/${cluster.name}/${id}`);
}

function describe(
  { fleet, hostArn }: Asked,
  cluster: ClusterDefinition,
  task: RunningTask,
  index: number,
): JsonObject {
  const { host, overrides, volumeRole } = task;
  const provider = host === null ? null : cluster.hosts[host].capacityProvider;
  return {
    taskArn: taskArn(cluster, index),
    clusterArn: ecsArn(cluster, `cluster/${cluster.name}`),
    taskDefinitionArn: ecsArn(cluster, `task-definition/${task.revision}`),
    group: task.group,
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    launchType: launchTypeOf(fleet, cluster, task),
    enableExecuteCommand: task.executeCommand,
    ...(host !== null && { containerInstanceArn: hostArn(cluster, host) }),
    ...(host === null && { platformVersion: '1.4.0' }),
    ...(provider && { capacityProviderName: provider }),
    overrides: overridesOf(overrides),
    attachments: volumeRole === null ? [] : [volumeOf(volumeRole)],
  };
}

function launchTypeOf(
  { managedInstances }: Fleet,
  cluster: ClusterDefinition,
  { host: place }: RunningTask,
): string {
  if (place === null) {
    return 'FARGATE';
  }
  const { external, capacityProvider } = cluster.hosts[place];
  if (external) {
    return 'EXTERNAL';
  }
  return managedInstances.some(
    each => isAt(each, cluster) && each.name === capacityProvider,
  )
    ? 'MANAGED_INSTANCES'
    : 'EC2';
}

function overridesOf({
  environmentFiles = [],
  ...roles
}: RunningTask['overrides']): JsonObject {
  return {
    containerOverrides:
      environmentFiles.length > 0
        ? [
            {
              name: 'app',
              environmentFiles: environmentFiles.map(value => ({
                value,
                type: 's3',
              })),
            },
          ]
        : [],
    ...roles,
  };
}

function volumeOf(roleArn: string): JsonObject {
  return {
    type: 'AmazonElasticBlockStorage',
    status: 'ATTACHED',
    details: [{ name: 'roleArn', value: roleArn }],
  };
}
