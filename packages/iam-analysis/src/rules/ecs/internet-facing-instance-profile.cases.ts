import { known, unknown } from '../../known';
import { aNextHost, aServiceHost } from '../../testUtils';
import { ofInstanceRole } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { internetFacingInstanceProfile } from './internet-facing-instance-profile';

const reachable = { publicIp: known(true) };

export const cases: RuleCases<typeof internetFacingInstanceProfile> = {
  flagged: [
    {
      name: 'a host in a public subnet beside one in a private one',
      given: {
        hosts: [aServiceHost(reachable), aServiceHost({ name: 'i-2' })],
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'exposed',
          data: { hosts: { running: 1, nextOf: [] }, role: 'ecsInstanceRole' },
          at: '',
        },
      ],
    },
    {
      name: 'several, while others could not be read',
      given: {
        hosts: [
          aServiceHost(reachable),
          aServiceHost({ name: 'i-2', ...reachable }),
          aServiceHost({ name: 'i-3', publicIp: unknown('AccessDenied') }),
        ],
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'exposed',
          data: { hosts: { running: 2, nextOf: [] }, role: 'ecsInstanceRole' },
          at: '',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'hosts without a public address',
      given: { hosts: [aServiceHost()] },
      context: ofInstanceRole,
    },
    {
      name: 'a public address, but no role to take from the host',
      given: { hosts: [aServiceHost({ ...reachable, roleArn: known(null) })] },
      context: { role: null },
    },
    {
      name: 'a host that does not run yet',
      given: { hosts: [aNextHost()] },
      context: ofInstanceRole,
    },
    {
      name: 'an external host, whose role is not on a metadata service',
      given: { hosts: [aServiceHost({ compute: 'external', ...reachable })] },
      context: ofInstanceRole,
    },
  ],
  undecided: [
    {
      name: 'a host whose address could not be read',
      given: {
        hosts: [
          aServiceHost({
            publicIp: unknown('AccessDenied', 'ec2:DescribeInstances'),
          }),
        ],
      },
      context: ofInstanceRole,
      because: 'AccessDenied',
    },
  ],
};
