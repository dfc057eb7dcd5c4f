import type { HostGroup, HostTask } from '@ecs-iam/plugin-ecs-iam-common';
import { aRoleRef, aService } from './builders';

/** The tasks of the service that is looked at. */
export function aHostTask(overrides: Partial<HostTask> = {}): HostTask {
  const name = overrides.serviceName ?? 'checkout';
  return {
    family: name,
    revision: 42,
    serviceArn: aService({ name }).arn,
    serviceName: name,
    entityRefs: [`component:default/${name}`],
    own: name === 'checkout',
    count: 2,
    networkMode: 'awsvpc',
    roles: [{ slot: 'task', role: aRoleRef({ name: `${name}-task` }) }],
    ...overrides,
  };
}

/** Three hosts that nothing but the service uses, and whose metadata service is blocked. */
export function aHostGroup(overrides: Partial<HostGroup> = {}): HostGroup {
  return {
    names: [
      'i-0a1b2c3d4e5f60001',
      'i-0a1b2c3d4e5f60002',
      'i-0a1b2c3d4e5f60003',
    ],
    count: 3,
    running: true,
    compute: 'ec2',
    capacityProvider: 'prod-eu',
    role: aRoleRef({ name: 'ecsInstanceRole' }),
    unresolved: null,
    imds: {
      reach: 'no',
      why: 'the agent blocks it for tasks in awsvpc mode',
    },
    tasks: { known: true, value: [aHostTask()] },
    hidden: { services: 0, tasks: 0 },
    together: { roles: 2, worst: null, can: [] },
    ...overrides,
  };
}
