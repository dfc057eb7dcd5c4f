import type {
  Deployment as SdkDeployment,
  Service as SdkService,
} from '@aws-sdk/client-ecs';
import {
  known,
  mapKnown,
  publicLogOptions,
  type Deployment,
  type Known,
  type Service,
} from '@ecs-iam/iam-analysis';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import { namedRoles } from './namedRoles';
import { isExpress } from './revisions/expressRole';
import type { ServiceDetails } from './revisions/readServiceDetails';
import type { ClusterTasks } from './tasks/ClusterTasks';
import { toStrategy } from './toCluster';

/**
 * @param details - what is known of it from elsewhere
 * @param tasks - what runs in its cluster
 * @returns nothing for an answer without ARNs: such a service cannot be told from another. Nothing for one that is
 *   `INACTIVE` either: it was deleted, and ECS goes on describing it for a while
 *   (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteService.html)
 */
export function toService(
  service: SdkService,
  target: Target,
  details: ServiceDetails,
  tasks: Known<ClusterTasks>,
): readonly Service[] {
  const { serviceArn, clusterArn } = service;
  if (serviceArn === undefined || clusterArn === undefined) return [];
  if (service.status === 'INACTIVE') return [];
  const name =
    service.serviceName ?? serviceArn.slice(serviceArn.lastIndexOf('/') + 1);
  return [
    {
      kind: 'service',
      arn: serviceArn,
      name,
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
      namedRoles: namedRoles(service, details),
      serviceConnectLogs: toServiceConnectLogs(service),
      platformVersion: service.platformVersion ?? null,
      assignPublicIp: toAssignPublicIp(service),
      express: isExpress(service),
      guardDuty: details.guardDuty,
      overrides: mapKnown(tasks, running => running.overridesOf(name)),
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
    ...(service.deployments ?? []).flatMap(deployment =>
      toDeployment(deployment, {
        kind: 'deployment',
        id: deployment.id,
        status: deployment.status,
        desiredCount: deployment.desiredCount,
      }),
    ),
    ...(service.taskSets ?? []).flatMap(taskSet =>
      toDeployment(taskSet, {
        kind: 'task-set',
        id: taskSet.id ?? taskSet.taskSetArn,
        status: taskSet.status,
        desiredCount: taskSet.computedDesiredCount,
      }),
    ),
  ];
  // A service whose controller has made no task set yet names its task definition itself.
  return deployments.length > 0
    ? deployments
    : toDeployment(service, {
        kind: 'deployment',
        id: 'service',
        status: 'PRIMARY',
        desiredCount: service.desiredCount,
      });
}

/** What services, deployments and task sets say in the same words. */
type Placed = Pick<
  SdkDeployment,
  | 'taskDefinition'
  | 'launchType'
  | 'capacityProviderStrategy'
  | 'runningCount'
  | 'pendingCount'
>;

function toDeployment(
  placed: Placed,
  own: Pick<Deployment, 'kind'> &
    Pick<SdkDeployment, 'id' | 'status' | 'desiredCount'>,
): readonly Deployment[] {
  const { taskDefinition } = placed;
  if (taskDefinition === undefined) return [];
  return [
    {
      id: own.id ?? taskDefinition,
      kind: own.kind,
      status: own.status ?? 'UNKNOWN',
      taskDefinitionArn: taskDefinition,
      launchType: placed.launchType ?? null,
      capacityProviderStrategy: toStrategy(placed.capacityProviderStrategy),
      desiredCount: own.desiredCount ?? 0,
      runningCount: placed.runningCount ?? 0,
      pendingCount: placed.pendingCount ?? 0,
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
    secretOptions: (connect.logConfiguration?.secretOptions ?? []).flatMap(
      ({ name, valueFrom }) =>
        valueFrom === undefined ? [] : [{ name: name ?? '', valueFrom }],
    ),
  };
}

function toAssignPublicIp({
  networkConfiguration,
}: SdkService): boolean | null {
  const written = networkConfiguration?.awsvpcConfiguration?.assignPublicIp;
  return written === undefined ? null : written === 'ENABLED';
}
