import { known, unknown } from '../../known';
import { aNextHost, aServiceHost, aTaskDefinition } from '../../testUtils';
import { allow, held, ofInstanceRole } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { imdsReachable } from './imds-reachable';

const BLOCKS = 'ecs.capability.task-eni-block-instance-metadata';

const poll = allow(['ecs:DiscoverPollEndpoint', 'ecs:Poll']);

const awsvpc = [aTaskDefinition({ networkMode: 'awsvpc' })];
const bridge = [aTaskDefinition({ networkMode: 'bridge' })];
const host = [aTaskDefinition({ networkMode: 'host' })];

const open = aServiceHost();
const blocking = aServiceHost({ attributes: known([BLOCKS]) });
const off = aServiceHost({
  metadataOptions: known({
    httpEndpoint: 'disabled',
    httpTokens: 'required',
    httpPutResponseHopLimit: 1,
  }),
});

const AWSVPC =
  'network mode awsvpc reaches it with any hop limit, and the agent of the host does not block it (`ECS_AWSVPC_BLOCK_IMDS`)';

export const cases: RuleCases<typeof imdsReachable> = {
  flagged: [
    {
      name: 'network mode `awsvpc`, although tokens are demanded with a hop limit of 1',
      given: {
        hosts: [open, aServiceHost({ name: 'i-2' }), blocking],
        revisions: awsvpc,
        ...held([poll]),
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'reached',
          data: {
            role: 'ecsInstanceRole',
            hosts: { running: 2, nextOf: [] },
            networkModes: ['awsvpc'],
            because: [AWSVPC],
          },
          at: '',
        },
      ],
    },
    {
      name: 'an instance role that can do what no host needs: high',
      given: {
        hosts: [open],
        revisions: awsvpc,
        ...held([poll, allow('s3:GetObject')]),
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'beyond',
          data: {
            role: 'ecsInstanceRole',
            hosts: { running: 1, nextOf: [] },
            networkModes: ['awsvpc'],
            because: [AWSVPC],
          },
          at: '',
          severity: 'high',
        },
      ],
    },
    {
      name: 'network mode `host`, whatever the agent blocks',
      given: {
        hosts: [blocking],
        revisions: host,
        ...held([poll]),
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'reached',
          data: {
            role: 'ecsInstanceRole',
            hosts: { running: 1, nextOf: [] },
            networkModes: ['host'],
            because: [
              'network mode host is the network of the host itself, so that no hop limit holds it back',
            ],
          },
          at: '',
        },
      ],
    },
    {
      name: 'no host runs, and the template of the next one lets tokens through to the bridge',
      given: {
        hosts: [
          aNextHost({
            metadataOptions: known({
              httpEndpoint: 'enabled',
              httpTokens: 'required',
              httpPutResponseHopLimit: 2,
            }),
          }),
        ],
        revisions: [...bridge, aTaskDefinition({ networkMode: null })],
        ...held([poll]),
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'reached',
          data: {
            role: 'ecsInstanceRole',
            hosts: { running: 0, nextOf: ['asg'] },
            networkModes: ['bridge', 'default'],
            because: [
              'the hop limit of 2 lets tokens through the bridge, unless a firewall rule on the host blocks it, which cannot be seen',
            ],
          },
          at: '',
        },
      ],
    },
    {
      name: 'no host runs, so that what its agent blocks is not known: info',
      given: {
        hosts: [aNextHost({ metadataOptions: open.metadataOptions })],
        revisions: awsvpc,
        ...held([poll, allow('s3:GetObject')]),
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'unverified',
          data: {
            role: 'ecsInstanceRole',
            hosts: { running: 0, nextOf: ['asg'] },
            networkModes: ['awsvpc'],
            because: [
              'network mode awsvpc reaches it, with any hop limit, unless the agent of the host blocks it (`ECS_AWSVPC_BLOCK_IMDS`), which is not known',
            ],
          },
          at: '',
          severity: 'info',
        },
      ],
    },
    {
      name: 'no host runs, and the template names no metadata options: info',
      given: { hosts: [aNextHost()], revisions: bridge, ...held([poll]) },
      context: ofInstanceRole,
      expect: [
        {
          message: 'unverified',
          data: {
            role: 'ecsInstanceRole',
            hosts: { running: 0, nextOf: ['asg'] },
            networkModes: ['bridge'],
            because: [
              'the metadata options of the host are not known: lt-1:7 leaves them to the defaults of the account and the machine image',
            ],
          },
          at: '',
          severity: 'info',
        },
      ],
    },
    {
      name: 'Managed Instances, of which AWS does not say it: info',
      given: {
        hosts: [aServiceHost({ compute: 'managed-instances' })],
        revisions: awsvpc,
        ...held([poll]),
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'unverified',
          data: {
            role: 'ecsInstanceRole',
            hosts: { running: 1, nextOf: [] },
            networkModes: ['awsvpc'],
            because: [
              'AWS does not say whether containers reach the metadata service of Managed Instances',
            ],
          },
          at: '',
          severity: 'info',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'the agents of all hosts block it for `awsvpc`, whatever the template of the next host says',
      given: {
        hosts: [
          aServiceHost({
            attributes: known([BLOCKS]),
            capacityProvider: 'asg',
          }),
          aNextHost(),
        ],
        revisions: awsvpc,
        ...held([poll]),
      },
      context: ofInstanceRole,
    },
    {
      name: 'on the bridge, tokens are demanded with a hop limit of 1',
      given: { hosts: [open], revisions: bridge, ...held([poll]) },
      context: ofInstanceRole,
    },
    {
      name: 'the metadata service is switched off',
      given: {
        hosts: [off],
        revisions: [...awsvpc, ...bridge, ...host],
        ...held([poll]),
      },
      context: ofInstanceRole,
    },
    {
      name: 'network mode `none`',
      given: {
        hosts: [open],
        revisions: [aTaskDefinition({ networkMode: 'none' })],
        ...held([poll]),
      },
      context: ofInstanceRole,
    },
    {
      name: 'external hosts, which have no metadata service',
      given: {
        hosts: [aServiceHost({ compute: 'external' })],
        revisions: host,
        ...held([poll]),
      },
      context: ofInstanceRole,
    },
    {
      name: 'a host without a role has nothing to hand out',
      given: {
        hosts: [aServiceHost({ roleArn: known(null) })],
        revisions: awsvpc,
      },
      context: { role: null },
    },
    {
      name: 'open hosts have another role, of which this is judged apart',
      given: {
        hosts: [blocking, aServiceHost({ roleArn: known('arn:other') })],
        revisions: awsvpc,
        ...held([poll]),
      },
      context: ofInstanceRole,
    },
  ],
  undecided: [
    {
      name: 'the options of a host could not be read',
      given: {
        hosts: [
          blocking,
          aServiceHost({
            metadataOptions: unknown('AccessDenied', 'ec2:DescribeInstances'),
          }),
        ],
        revisions: awsvpc,
        ...held([poll]),
      },
      context: ofInstanceRole,
      because: 'AccessDenied',
    },
  ],
};
