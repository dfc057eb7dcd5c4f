import { known, unknown } from '../../known';
import { aNextHost, aServiceHost } from '../../testUtils';
import { ofInstanceRole } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { imdsv1Allowed } from './imdsv1-allowed';

function options(
  httpTokens: string | null,
  httpEndpoint: string | null = 'enabled',
) {
  return {
    metadataOptions: known({
      httpEndpoint,
      httpTokens,
      httpPutResponseHopLimit: 1,
    }),
  };
}

export const cases: RuleCases<typeof imdsv1Allowed> = {
  flagged: [
    {
      name: 'tokens are optional on some hosts, though the template demands them by now',
      given: {
        hosts: [
          aServiceHost({ capacityProvider: 'asg', ...options('optional') }),
          aServiceHost({ name: 'i-2', capacityProvider: 'asg' }),
          aNextHost(options('required')),
        ],
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'allowed',
          data: { hosts: { running: 1, nextOf: [] } },
          at: '',
        },
      ],
    },
    {
      name: 'no host runs, and the template in use leaves tokens optional',
      given: { hosts: [aNextHost(options('optional', null))] },
      context: ofInstanceRole,
      expect: [
        {
          message: 'allowed',
          data: { hosts: { running: 0, nextOf: ['asg'] } },
          at: '',
        },
      ],
    },
    {
      name: 'a hop limit of 1 does not make up for it',
      given: { hosts: [aServiceHost(options('optional'))] },
      context: ofInstanceRole,
      expect: [
        {
          message: 'allowed',
          data: { hosts: { running: 1, nextOf: [] } },
          at: '',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'tokens are required',
      given: { hosts: [aServiceHost()] },
      context: ofInstanceRole,
    },
    {
      name: 'tokens are optional, but the metadata service is switched off',
      given: { hosts: [aServiceHost(options('optional', 'disabled'))] },
      context: ofInstanceRole,
    },
    {
      name: 'an external host',
      given: {
        hosts: [aServiceHost({ compute: 'external', ...options('optional') })],
      },
      context: ofInstanceRole,
    },
    {
      name: 'hosts demand tokens that the template would not',
      given: {
        hosts: [
          aServiceHost({ capacityProvider: 'asg' }),
          aNextHost(options('optional')),
        ],
      },
      context: ofInstanceRole,
    },
    { name: 'no host', given: { hosts: [] }, context: ofInstanceRole },
  ],
  undecided: [
    {
      name: 'a template without metadata options: the account has a default',
      given: { hosts: [aNextHost()] },
      context: ofInstanceRole,
      because:
        'lt-1:7 leaves them to the defaults of the account and the machine image',
    },
    {
      name: 'a template that names other options only',
      given: { hosts: [aNextHost(options(null))] },
      context: ofInstanceRole,
      because:
        'lt-1:7 leaves whether tokens are demanded to the defaults of the account and the machine image',
    },
    {
      name: 'a host whose options could not be read',
      given: {
        hosts: [
          aServiceHost({
            metadataOptions: unknown('AccessDenied', 'ec2:DescribeInstances'),
          }),
        ],
      },
      context: ofInstanceRole,
      because: 'AccessDenied',
    },
  ],
};
