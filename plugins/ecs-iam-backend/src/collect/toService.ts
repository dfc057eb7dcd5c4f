import type {
  Deployment as SdkDeployment,
  Service as SdkService,
  TaskSet as SdkTaskSet,
} from '@aws-sdk/client-ecs';
import { known, type Deployment, type Service } from '@ecs-iam/iam-analysis';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import { publicLogOptions } from './logOptions';
import { namedRoles } from './namedRoles';
import { toStrategy } from './toCluster';

/**
 * @returns nothing for an answer without ARNs: such a service cannot be told from another. Nothing for one that is
 *   `INACTIVE` either: it was deleted, and ECS goes on describing it for a while
 *   (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteService.html)
 */
export function toService(
  service: SdkService,
  target: Target,
): readonly Service[] {
  const { serviceArn, clusterArn } = service;
  if (serviceArn === undefined || clusterArn === undefined) return [];
  if (service.status === 'INACTIVE') return [];
  return [
    {
      arn: serviceArn,
      name:
        service.serviceName ??
        serviceArn.slice(serviceArn.lastIndexOf('/') + 1),
      clusterArn,
      accountId: target.accountId,
      region: target.region,
      partition: target.partition,
      status: service.status ?? 'UNKNOWN',
      launchType: service.launchType ?? null,
      capacityProviderStrategy: toStrategy(service.capacityProviderStrategy),
      schedulingStrategy: service.schedulingStrategy ?? null,
      deploymentController: service.deploymentController?.type ?? 'ECS',
      desiredCount: service.desiredCount ?? 0,
      runningCount: service.runningCount ?? 0,
      enableExecuteCommand: service.enableExecuteCommand ?? false,
      tags: known(toTags(service.tags)),
      deployments: toDeployments(service),
      namedRoles: namedRoles(service),
      serviceConnectLogs: toServiceConnectLogs(service),
    },
  ];
}

function toTags(tags: SdkService['tags']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (tags ?? []).flatMap(({ key, value }) =>
      key === undefined ? [] : [[key, value ?? '']],
    ),
  );
}

function toDeployments(service: SdkService): readonly Deployment[] {
  const deployments = [
    ...(service.deployments ?? []).flatMap(fromDeployment),
    ...(service.taskSets ?? []).flatMap(fromTaskSet),
  ];
  return deployments.length > 0 ? deployments : fromService(service);
}

function fromDeployment(deployment: SdkDeployment): readonly Deployment[] {
  const { taskDefinition } = deployment;
  if (taskDefinition === undefined) return [];
  return [
    {
      id: deployment.id ?? taskDefinition,
      kind: 'deployment',
      status: deployment.status ?? 'UNKNOWN',
      taskDefinitionArn: taskDefinition,
      launchType: deployment.launchType ?? null,
      capacityProviderStrategy: toStrategy(deployment.capacityProviderStrategy),
      desiredCount: deployment.desiredCount ?? 0,
      runningCount: deployment.runningCount ?? 0,
      pendingCount: deployment.pendingCount ?? 0,
    },
  ];
}

function fromTaskSet(taskSet: SdkTaskSet): readonly Deployment[] {
  const { taskDefinition } = taskSet;
  if (taskDefinition === undefined) return [];
  return [
    {
      id: taskSet.id ?? taskSet.taskSetArn ?? taskDefinition,
      kind: 'task-set',
      status: taskSet.status ?? 'UNKNOWN',
      taskDefinitionArn: taskDefinition,
      launchType: taskSet.launchType ?? null,
      capacityProviderStrategy: toStrategy(taskSet.capacityProviderStrategy),
      desiredCount: taskSet.computedDesiredCount ?? 0,
      runningCount: taskSet.runningCount ?? 0,
      pendingCount: taskSet.pendingCount ?? 0,
    },
  ];
}

// A service whose controller has made no task set yet names its task definition itself.
function fromService(service: SdkService): readonly Deployment[] {
  const { taskDefinition } = service;
  if (taskDefinition === undefined) return [];
  return [
    {
      id: 'service',
      kind: 'deployment',
      status: 'PRIMARY',
      taskDefinitionArn: taskDefinition,
      launchType: service.launchType ?? null,
      capacityProviderStrategy: toStrategy(service.capacityProviderStrategy),
      desiredCount: service.desiredCount ?? 0,
      runningCount: service.runningCount ?? 0,
      pendingCount: service.pendingCount ?? 0,
    },
  ];
}

function toServiceConnectLogs(
  service: SdkService,
): Service['serviceConnectLogs'] {
  const primary =
    service.deployments?.find(({ status }) => status === 'PRIMARY') ??
    service.deployments?.[0];
  const connect = primary?.serviceConnectConfiguration;
  const driver = connect?.logConfiguration?.logDriver;
  if (!connect?.enabled || driver === undefined) return null;
  return {
    driver,
    options: publicLogOptions(connect.logConfiguration?.options),
  };
}
