import { known, unknown } from '../../known';
import {
  aNextHost,
  aServiceHost,
  aTaskDefinition,
  roleArn,
} from '../../testUtils';
import { allow, held, ofInstanceRole } from '../caseBuilders';
import type { CoLocatedRole } from '../evidence';
import type { RuleCases } from '../testRule';
import type { ecscapeColocation } from './ecscape-colocation';

const agent = held([allow(['ecs:DiscoverPollEndpoint', 'ecs:Poll'])]);
const hosts = [aServiceHost(), aServiceHost({ name: 'i-2' })];
const revisions = [aTaskDefinition({ networkMode: 'awsvpc' })];
const blocks = {
  attributes: known(['ecs.capability.task-eni-block-instance-metadata']),
};

function role(
  family: string,
  name: string,
  parts: Partial<CoLocatedRole> = {},
): CoLocatedRole {
  return {
    roleArn: roleArn(name),
    slot: 'task',
    family,
    worst: known(null),
    ...parts,
  };
}

const own = role('checkout', 'checkout-task');
const different = [
  own,
  role('checkout', 'exec', { slot: 'execution' }),
  role('orders', 'orders-task', { worst: known('medium') }),
  role('orders', 'exec', { slot: 'execution' }),
];

export const cases: RuleCases<typeof ecscapeColocation> = {
  flagged: [
    {
      name: 'two families with different task roles',
      given: { hosts, revisions, ...agent, coLocated: different },
      context: ofInstanceRole,
      expect: [
        {
          message: 'together',
          data: {
            hosts: { running: 2, nextOf: [] },
            families: 2,
            roles: 3,
          },
          at: '',
        },
      ],
    },
    {
      name: 'one of the roles has a finding of severity high: high',
      given: {
        hosts,
        revisions,
        ...agent,
        coLocated: [
          ...different,
          role('batch', 'batch-task', { worst: known('high') }),
          role('tools', 'tools-task', { worst: unknown('AccessDenied') }),
        ],
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'severe',
          data: {
            hosts: { running: 2, nextOf: [] },
            families: 4,
            roles: 5,
            worst: 'high',
          },
          at: '',
          severity: 'high',
        },
      ],
    },
    {
      name: 'a critical one counts before a high one; a policy bound to the cluster does not help',
      given: {
        hosts: [aServiceHost(), aServiceHost({ name: 'i-2', ...blocks })],
        revisions,
        ...held([
          allow('ecs:DiscoverPollEndpoint'),
          allow('ecs:Poll', '*', {
            ArnEquals: {
              'ecs:cluster':
                'arn:aws:ecs:eu-west-1:111122223333:cluster/prod-eu',
            },
          }),
        ]),
        coLocated: [
          role('checkout', 'checkout-task', { worst: known('high') }),
          role('ci', 'ci-task', { worst: known('critical') }),
        ],
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'severe',
          data: {
            hosts: { running: 1, nextOf: [] },
            families: 2,
            roles: 2,
            worst: 'critical',
          },
          at: '',
          severity: 'high',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'no role, such as on Fargate',
      given: { hosts: [], revisions, coLocated: [] },
      context: { ...ofInstanceRole, role: null },
    },
    {
      name: 'one family alone on the hosts',
      given: { hosts, revisions, ...agent, coLocated: [own] },
      context: ofInstanceRole,
    },
    {
      name: 'families with the same roles have nothing to gain from each other',
      given: {
        hosts,
        revisions,
        ...agent,
        coLocated: [own, role('checkout-worker', 'checkout-task')],
      },
      context: ofInstanceRole,
    },
    {
      name: 'containers do not reach the metadata service',
      given: {
        hosts: [aServiceHost(blocks)],
        revisions,
        ...agent,
        coLocated: different,
      },
      context: ofInstanceRole,
    },
    {
      name: 'the instance role cannot poll as the agent',
      given: {
        hosts,
        revisions,
        ...held([allow('ecs:DiscoverPollEndpoint')]),
        coLocated: different,
      },
      context: ofInstanceRole,
    },
    {
      name: 'external hosts, which have no metadata service',
      given: {
        hosts: [aServiceHost({ compute: 'external' })],
        revisions,
        ...agent,
        coLocated: different,
      },
      context: ofInstanceRole,
    },
    {
      name: 'no host runs yet',
      given: {
        hosts: [aNextHost()],
        revisions,
        ...agent,
        coLocated: different,
      },
      context: ofInstanceRole,
    },
  ],
  undecided: [
    {
      name: 'the policies of the instance role could not be read',
      given: { hosts, revisions, coLocated: different },
      context: ofInstanceRole,
      because: 'not read',
    },
    {
      name: 'Managed Instances, of which AWS does not say whether containers reach the metadata service',
      given: {
        hosts: [aServiceHost({ compute: 'managed-instances' })],
        revisions,
        ...agent,
        coLocated: different,
      },
      context: ofInstanceRole,
      because:
        'AWS does not say whether containers reach the metadata service of Managed Instances',
    },
  ],
};
