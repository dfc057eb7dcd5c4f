import type { CreateServiceCommandInput } from '@aws-sdk/client-ecs';

/** Where the tasks of a service run: what CreateService is told, and what the task definition is made for. */
export type Placement = Readonly<{
  input: Partial<CreateServiceCommandInput>;
  compatibility: 'FARGATE' | 'EC2' | 'MANAGED_INSTANCES' | 'EXTERNAL';
  networkMode: 'awsvpc' | 'bridge' | 'host';
}>;

/** On Fargate, by launch type. */
export function fargate(): Placement {
  return {
    input: { launchType: 'FARGATE' },
    compatibility: 'FARGATE',
    networkMode: 'awsvpc',
  };
}

/** On Fargate, held back on a platform version. */
export function fargateOf(platformVersion: string): Placement {
  return {
    ...fargate(),
    input: { launchType: 'FARGATE', platformVersion },
  };
}

/** Half on demand, the rest on Spot. */
export function fargateSpot(): Placement {
  return {
    input: {
      capacityProviderStrategy: [
        { capacityProvider: 'FARGATE', weight: 1, base: 1 },
        { capacityProvider: 'FARGATE_SPOT', weight: 3, base: 0 },
      ],
    },
    compatibility: 'FARGATE',
    networkMode: 'awsvpc',
  };
}

/** On the hosts of the cluster, by launch type. */
export function ec2(networkMode: Placement['networkMode'] = 'bridge') {
  return {
    input: { launchType: 'EC2' },
    compatibility: 'EC2',
    networkMode,
  } satisfies Placement;
}

/** On the hosts of an Auto Scaling group's capacity provider. */
export function hostsOf(
  capacityProvider: string,
  networkMode: Placement['networkMode'] = 'awsvpc',
): Placement {
  return { ...ec2(networkMode), input: strategy(capacityProvider) };
}

/** On hosts that ECS runs by itself. */
export function managedInstances(capacityProvider: string): Placement {
  return {
    input: strategy(capacityProvider),
    compatibility: 'MANAGED_INSTANCES',
    networkMode: 'awsvpc',
  };
}

/** On machines of the company's own. */
export function external(): Placement {
  return {
    input: { launchType: 'EXTERNAL' },
    compatibility: 'EXTERNAL',
    networkMode: 'bridge',
  };
}

/** One task on each host of the cluster. */
export function daemon(networkMode: Placement['networkMode'] = 'host') {
  return {
    ...ec2(networkMode),
    input: { launchType: 'EC2', schedulingStrategy: 'DAEMON' },
  } satisfies Placement;
}

function strategy(capacityProvider: string): Placement['input'] {
  return {
    capacityProviderStrategy: [{ capacityProvider, weight: 1, base: 0 }],
  };
}
