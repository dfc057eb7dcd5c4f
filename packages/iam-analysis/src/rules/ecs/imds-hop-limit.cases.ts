import { known, unknown } from '../../known';
import { aNextHost, aServiceHost, aTaskDefinition } from '../../testUtils';
import { ofInstanceRole } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { imdsHopLimit } from './imds-hop-limit';

const bridge = [aTaskDefinition({ networkMode: 'bridge' })];

function options(
  httpPutResponseHopLimit: number | null,
  httpEndpoint: string | null = 'enabled',
) {
  return {
    metadataOptions: known({
      httpEndpoint,
      httpTokens: 'required',
      httpPutResponseHopLimit,
    }),
  };
}

export const cases: RuleCases<typeof imdsHopLimit> = {
  flagged: [
    {
      name: 'a hop limit of 2, as machine images with IMDSv2 have it',
      given: {
        hosts: [
          aServiceHost(options(2)),
          aServiceHost({ name: 'i-2', ...options(3) }),
          aServiceHost({ name: 'i-3' }),
        ],
        revisions: bridge,
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'passes',
          data: { hosts: { running: 2, nextOf: [] }, hopLimit: 3 },
          at: '',
        },
      ],
    },
    {
      name: 'in the template of the next host, for tasks without a network mode',
      given: {
        hosts: [aNextHost(options(2, null))],
        revisions: [
          aTaskDefinition({ networkMode: 'awsvpc' }),
          aTaskDefinition({ networkMode: null }),
        ],
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'passes',
          data: { hosts: { running: 0, nextOf: ['asg'] }, hopLimit: 2 },
          at: '',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'a hop limit of 1',
      given: { hosts: [aServiceHost()], revisions: bridge },
      context: ofInstanceRole,
    },
    {
      name: 'no task is on the bridge: elsewhere the hop limit holds nothing back',
      given: {
        hosts: [aServiceHost(options(2))],
        revisions: [
          aTaskDefinition({ networkMode: 'awsvpc' }),
          aTaskDefinition({ networkMode: 'host' }),
        ],
      },
      context: ofInstanceRole,
    },
    {
      name: 'the metadata service is switched off',
      given: {
        hosts: [aServiceHost(options(2, 'disabled'))],
        revisions: bridge,
      },
      context: ofInstanceRole,
    },
    {
      name: 'an external host',
      given: {
        hosts: [aServiceHost({ compute: 'external', ...options(2) })],
        revisions: bridge,
      },
      context: ofInstanceRole,
    },
    {
      name: 'the template was set right, or wrong, while a host of before runs',
      given: {
        hosts: [
          aServiceHost({ capacityProvider: 'asg' }),
          aNextHost(options(2)),
        ],
        revisions: bridge,
      },
      context: ofInstanceRole,
    },
  ],
  undecided: [
    {
      name: 'a host whose options could not be read',
      given: {
        hosts: [
          aServiceHost({
            metadataOptions: unknown('AccessDenied', 'ec2:DescribeInstances'),
          }),
          aServiceHost({
            metadataOptions: unknown('AccessDenied', 'ec2:DescribeInstances'),
          }),
        ],
        revisions: bridge,
      },
      context: ofInstanceRole,
      because: 'AccessDenied',
    },
    {
      name: 'a template that does not name the limit',
      given: { hosts: [aNextHost(options(null))], revisions: bridge },
      context: ofInstanceRole,
      because:
        'lt-1:7 leaves the hop limit to the defaults of the account and the machine image',
    },
  ],
};
