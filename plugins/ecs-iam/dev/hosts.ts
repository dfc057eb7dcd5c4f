import type { HostGroup } from '@ecs-iam/plugin-ecs-iam-common';
import { aRoleRef } from '../src/__testUtils__/builders';
import { aHostGroup, aHostTask } from '../src/__testUtils__/hosts';

const neighbours = Array.from({ length: 14 }, (_, n) =>
  aHostTask({
    serviceName: `service-${n}`,
    serviceArn: `service-${n}`,
    count: n + 1,
    revision: n * 3 + 1,
    entityRefs: n % 3 === 0 ? [] : [`component:default/service-${n}`],
    roles: [
      { slot: 'execution', role: aRoleRef({ name: 'ecsTaskExecution' }) },
      { slot: 'task', role: aRoleRef({ name: `service-${n}-task` }) },
    ],
  }),
);

const shared = aHostGroup({
  imds: {
    reach: 'yes',
    why: 'The tasks run in `awsvpc` mode, and the agent does not block it: `ECS_AWSVPC_BLOCK_IMDS` is not set.',
  },
  tasks: {
    known: true,
    value: [
      aHostTask({
        entityRefs: ['component:default/clean'],
        serviceName: 'search',
        serviceArn: 'search',
      }),
      aHostTask({
        roles: [
          { slot: 'execution', role: aRoleRef({ name: 'ecsTaskExecution' }) },
          { slot: 'task', role: aRoleRef() },
        ],
      }),
      aHostTask({
        family: 'nightly-report',
        serviceName: null,
        serviceArn: null,
        entityRefs: [],
        own: false,
        count: 1,
        roles: [],
      }),
    ],
  },
  hidden: { services: 2, tasks: 5 },
  together: {
    roles: 6,
    worst: 'critical',
    can: [
      'become an administrator of the account',
      'read every secret of the account',
      'write to every bucket',
    ],
  },
});

/** Hosts by the state that they show. */
export const hosts = {
  shared: [shared],
  /** Many, different, some not known, one that is only a template. */
  many: [
    aHostGroup({
      count: 41,
      tasks: { known: true, value: [aHostTask({ own: true }), ...neighbours] },
      imds: {
        reach: 'unless-blocked',
        why: 'The tasks run in `bridge` mode: only a rule of the host’s firewall could keep them away, which ECS does not show.',
      },
      together: {
        roles: 16,
        worst: 'high',
        can: Array.from(
          { length: 8 },
          (_, n) => `write to the queue of service-${n}`,
        ),
      },
    }),
    aHostGroup({
      names: ['i-0ffffffffffffffff'],
      count: 1,
      capacityProvider: null,
      role: null,
      unresolved: { because: 'AccessDenied', needs: 'iam:GetInstanceProfile' },
      imds: { reach: 'unknown', why: '`ec2:DescribeInstances` is denied' },
      tasks: { known: false, because: 'AccessDenied', needs: 'ecs:ListTasks' },
      together: null,
    }),
    aHostGroup({
      names: ['ecs-hosts'],
      count: 1,
      running: false,
      tasks: { known: true, value: [] },
      together: { roles: 1, worst: null, can: [] },
    }),
    aHostGroup({
      names: ['mi-0123456789abcdef0'],
      count: 1,
      compute: 'external',
      capacityProvider: null,
      tasks: { known: true, value: [] },
      hidden: { services: 0, tasks: 3 },
    }),
  ],
  /** Alone and closed. */
  quiet: [aHostGroup()],
} satisfies Record<string, HostGroup[]>;
