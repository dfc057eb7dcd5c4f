import { parseArn } from '../../ecs/names/arn';
import type { Deployment, Service } from '../../ecs/service';
import { known, unknown } from '../../known';
import { flag, list, mismatch, object, optional } from '../input/place';
import { optionalText, text, textOf, wholeNumber } from '../input/place';
import type { Fields, Place } from '../input/place';
import { lastName, parseStrategy } from './parseCluster';
import { parseLogs } from './parseContainer';
import { parseNamedRoles } from './parseNamedRoles';
import { unwrappedFirst } from './unwrapped';

/**
 * Reads what `aws ecs describe-services` prints.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html
 */
export function parseService(place: Place): Service {
  const what = 'a service, as `aws ecs describe-services` prints it';
  const at = object(unwrappedFirst(place, 'services', what), what);
  const { arn, accountId, region, partition } = parseServiceArn(
    at('serviceArn'),
  );
  const controller = optional(at('deploymentController'), object);
  return {
    kind: 'service',
    arn,
    name: optionalText(at('serviceName')) ?? lastName(arn),
    clusterArn: textOf(at('clusterArn'), 'the ARN of the cluster'),
    accountId,
    region,
    partition,
    status: optionalText(at('status')) ?? 'UNKNOWN',
    launchType: optionalText(at('launchType')),
    capacityProviderStrategy: parseStrategy(at('capacityProviderStrategy')),
    schedulingStrategy: optionalText(at('schedulingStrategy')),
    deploymentController:
      (controller && optionalText(controller('type'))) ?? 'ECS',
    desiredCount: countOf(at('desiredCount')),
    runningCount: countOf(at('runningCount')),
    enableExecuteCommand: optional(at('enableExecuteCommand'), flag) ?? false,
    tags: known(Object.fromEntries(list(at('tags'), parseTag))),
    deployments: parseDeployments(at),
    namedRoles: parseNamedRoles(at),
    serviceConnectLogs: parseServiceConnectLogs(at),
    platformVersion: optionalText(at('platformVersion')),
    assignPublicIp: parseAssignPublicIp(at),
    express: optionalText(at('resourceManagementType')) === 'ECS',
    guardDuty: unknown(
      'the input holds no service revision',
      'ecs:DescribeServiceRevisions',
    ),
    overrides: unknown('the input holds no tasks', 'ecs:DescribeTasks'),
  };
}

/**
 * Reads from what `aws ecs describe-service-revisions` prints whether GuardDuty watches the tasks.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRevision.html
 */
export function parseGuardDuty(place: Place): boolean {
  const what =
    'a service revision, as `aws ecs describe-service-revisions` prints it';
  const at = object(unwrappedFirst(place, 'serviceRevisions', what), what);
  return optional(at('guardDutyEnabled'), flag) ?? false;
}

// The short form without the cluster is an ARN too: the cluster has a field of its own.
function parseServiceArn(place: Place) {
  const what = 'the ARN of the service';
  const parsed = parseArn(textOf(place, what));
  if (!parsed.ok || parsed.value.service !== 'ecs') {
    throw mismatch(place, what);
  }
  return parsed.value;
}

function parseTag(place: Place): readonly [string, string] {
  const at = object(place, 'a tag { "key", "value" }');
  return [text(at('key')), optionalText(at('value')) ?? ''];
}

function parseDeployments(at: Fields): readonly Deployment[] {
  const deployments = [
    ...list(at('deployments'), each =>
      deploymentOf(object(each), 'deployment', 'desiredCount'),
    ),
    ...list(at('taskSets'), each =>
      deploymentOf(object(each), 'task-set', 'computedDesiredCount'),
    ),
  ];
  // A service whose controller has made no task set yet names its task definition itself.
  return deployments.length > 0 || optionalText(at('taskDefinition')) === null
    ? deployments
    : [
        {
          ...deploymentOf(at, 'deployment', 'desiredCount'),
          id: 'service',
          status: 'PRIMARY',
        },
      ];
}

function deploymentOf(
  at: Fields,
  kind: Deployment['kind'],
  desired: 'desiredCount' | 'computedDesiredCount',
): Deployment {
  const taskDefinitionArn = text(at('taskDefinition'));
  return {
    id: optionalText(at('id')) ?? taskDefinitionArn,
    kind,
    status: optionalText(at('status')) ?? 'UNKNOWN',
    taskDefinitionArn,
    launchType: optionalText(at('launchType')),
    capacityProviderStrategy: parseStrategy(at('capacityProviderStrategy')),
    desiredCount: countOf(at(desired)),
    runningCount: countOf(at('runningCount')),
    pendingCount: countOf(at('pendingCount')),
  };
}

function countOf(place: Place): number {
  return optional(place, wholeNumber) ?? 0;
}

function parseServiceConnectLogs(at: Fields): Service['serviceConnectLogs'] {
  const deployments = list(at('deployments'), each => object(each));
  const current =
    deployments.find(each => each('status').value === 'PRIMARY') ??
    deployments[0];
  const connect =
    current && optional(current('serviceConnectConfiguration'), object);
  if (!connect || connect('enabled').value !== true) {
    return null;
  }
  return optional(connect('logConfiguration'), parseLogs);
}

function parseAssignPublicIp(at: Fields): boolean | null {
  const network = optional(at('networkConfiguration'), object);
  const vpc = network && optional(network('awsvpcConfiguration'), object);
  const written = vpc && optionalText(vpc('assignPublicIp'));
  return written === null ? null : written === 'ENABLED';
}
