import { known } from '../known';
import type {
  CapacityProviderStrategyItem,
  Cluster,
  Deployment,
  Service,
} from '../ecs/service';
import { ACCOUNT, CLUSTER, ecsArn, REGION, taskDefinitionArn } from './names';

/**
 * @param parts - what differs from a Fargate service `checkout` with one deployment of two tasks; its ARN follows
 * from `name`
 * @public
 */
export function aService(parts: Partial<Service> = {}): Service {
  const name = parts.name ?? 'checkout';
  return {
    kind: 'service',
    arn: ecsArn(`service/${CLUSTER}/${name}`),
    name,
    clusterArn: ecsArn(`cluster/${CLUSTER}`),
    accountId: ACCOUNT,
    region: REGION,
    partition: 'aws',
    status: 'ACTIVE',
    launchType: 'FARGATE',
    capacityProviderStrategy: [],
    schedulingStrategy: 'REPLICA',
    deploymentController: 'ECS',
    desiredCount: 2,
    runningCount: 2,
    enableExecuteCommand: false,
    tags: known({}),
    deployments: [aDeployment()],
    namedRoles: [],
    serviceConnectLogs: null,
    platformVersion: null,
    assignPublicIp: null,
    express: false,
    guardDuty: known(false),
    overrides: known([]),
    ...parts,
  };
}

/**
 * @param parts - what differs from the primary deployment of `checkout:7` with two running tasks. It names no launch
 * type of its own
 * @public
 */
export function aDeployment(parts: Partial<Deployment> = {}): Deployment {
  return {
    id: 'ecs-svc/1',
    kind: 'deployment',
    status: 'PRIMARY',
    taskDefinitionArn: taskDefinitionArn('checkout:7'),
    launchType: null,
    capacityProviderStrategy: [],
    desiredCount: 2,
    runningCount: 2,
    pendingCount: 0,
    ...parts,
  };
}

/**
 * @param parts - what differs from a cluster without capacity providers
 * @public
 */
export function aCluster(parts: Partial<Cluster> = {}): Cluster {
  const name = parts.name ?? CLUSTER;
  return {
    arn: ecsArn(`cluster/${name}`),
    name,
    status: 'ACTIVE',
    capacityProviders: [],
    defaultCapacityProviderStrategy: [],
    executeCommand: null,
    daemons: known([]),
    ...parts,
  };
}

/**
 * @param names - of capacity providers
 * @returns a strategy that weighs them alike
 * @public
 */
export function aStrategy(
  ...names: string[]
): readonly CapacityProviderStrategyItem[] {
  return names.map(capacityProvider => ({
    capacityProvider,
    weight: 1,
    base: 0,
  }));
}
