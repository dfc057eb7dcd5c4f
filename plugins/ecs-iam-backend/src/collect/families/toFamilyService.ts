import {
  known,
  unknown,
  type CapacityProviderStrategyItem,
  type Cluster,
  type Deployment,
  type Known,
  type Service,
  type TaskDefinition,
  type TaskOverride,
} from '@ecs-iam/iam-analysis';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import { inSlot } from '../namedRoles';
import { overridesOf } from '../tasks/overridesOf';
import type { TaskGroup } from '../tasks/toTaskGroup';
import { familyArn, revisionOf } from './familyOf';

/**
 * The tasks of a family that run in a cluster and that no service runs, in the form of a service.
 *
 * @param groups - at least one
 */
export function runningFamily(
  target: Target,
  family: string,
  cluster: Pick<Cluster, 'arn' | 'name'>,
  groups: readonly TaskGroup[],
): Service {
  return {
    ...aFamily(target, family),
    arn: `${familyArn(target, family)}@${cluster.name}`,
    clusterArn: cluster.arn,
    ...placeOf(groups),
    desiredCount: countOf(groups),
    runningCount: countOf(groups),
    enableExecuteCommand: groups.some(group => group.enableExecuteCommand),
    deployments: deploymentsOf(groups),
    namedRoles: inSlot(
      'infrastructure-volumes',
      groups.flatMap(({ volumeRoleArns }) => volumeRoleArns),
    ),
    platformVersion: same(groups, ({ platformVersion }) => platformVersion),
    overrides: known(overridesOf(groups)),
  };
}

/**
 * A family of which no task runs now.
 *
 * @param latest - what would run next
 * @param overrides - unknown where it is not known whether a task runs
 */
export function idleFamily(
  target: Target,
  latest: TaskDefinition,
  overrides: Known<readonly TaskOverride[]>,
): Service {
  const { family, arn } = latest;
  return {
    ...aFamily(target, family),
    arn: familyArn(target, family),
    clusterArn: '',
    launchType: null,
    capacityProviderStrategy: [],
    desiredCount: 0,
    runningCount: 0,
    enableExecuteCommand: false,
    deployments: [
      {
        id: arn,
        kind: 'deployment',
        status: 'PRIMARY',
        taskDefinitionArn: arn,
        launchType: null,
        capacityProviderStrategy: [],
        desiredCount: 0,
        runningCount: 0,
        pendingCount: 0,
      },
    ],
    namedRoles: [],
    platformVersion: null,
    overrides,
  };
}

/** What all of them have in common: nobody configured a service. */
function aFamily({ accountId, region, partition }: Target, family: string) {
  return {
    kind: 'task-family',
    name: family,
    accountId,
    region,
    partition,
    status: 'ACTIVE',
    schedulingStrategy: null,
    deploymentController: 'ECS',
    tags: known({}),
    serviceConnectLogs: null,
    assignPublicIp: null,
    express: false,
    guardDuty: unknown('NoServiceRevision'),
  } as const;
}

/** One for each revision and place: the tasks of a family need not run in one place. */
function deploymentsOf(groups: readonly TaskGroup[]): readonly Deployment[] {
  const highest = Math.max(
    ...groups.map(({ taskDefinitionArn }) => revisionOf(taskDefinitionArn)),
  );
  const alike = new Map<string, TaskGroup[]>();
  for (const group of groups) {
    const { taskDefinitionArn, launchType, capacityProvider } = group;
    const id = [taskDefinitionArn, launchType, capacityProvider]
      .filter(part => part !== null)
      .join(' ');
    alike.set(id, [...(alike.get(id) ?? []), group]);
  }
  return [...alike].map(([id, [first, ...others]]) => ({
    id,
    kind: 'deployment',
    status:
      revisionOf(first.taskDefinitionArn) === highest ? 'PRIMARY' : 'ACTIVE',
    taskDefinitionArn: first.taskDefinitionArn,
    ...placeOf([first]),
    desiredCount: countOf([first, ...others]),
    runningCount: countOf([first, ...others]),
    pendingCount: 0,
  }));
}

function countOf(groups: readonly TaskGroup[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

/** Where tasks run, when they all run in one place; deployments tell where they do not. */
function placeOf(groups: readonly TaskGroup[]): Readonly<{
  launchType: string | null;
  capacityProviderStrategy: readonly CapacityProviderStrategyItem[];
}> {
  const isOnePlace =
    new Set(
      groups.map(({ launchType, capacityProvider }) =>
        JSON.stringify([launchType, capacityProvider]),
      ),
    ).size === 1;
  if (!isOnePlace) return { launchType: null, capacityProviderStrategy: [] };
  const [{ launchType, capacityProvider }] = groups;
  return {
    launchType,
    capacityProviderStrategy:
      capacityProvider === null
        ? []
        : [{ capacityProvider, weight: 1, base: 0 }],
  };
}

function same(
  groups: readonly TaskGroup[],
  valueOf: (group: TaskGroup) => string | null,
): string | null {
  const values = new Set(groups.map(valueOf));
  return values.size === 1 ? [...values][0] : null;
}
