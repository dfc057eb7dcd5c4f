import { known, unknown } from '../../known';
import { aNextHost, aServiceHost, roleArn } from '../../testUtils';
import { ofInstanceRole } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { hostRoleDrift } from './host-role-drift';

const running = aServiceHost({ capacityProvider: 'asg' });

export const cases: RuleCases<typeof hostRoleDrift> = {
  flagged: [
    {
      name: 'the template names another role by now',
      given: {
        hosts: [
          running,
          aServiceHost({ name: 'i-2', capacityProvider: 'asg' }),
          aNextHost({ roleArn: known(roleArn('ecs/ecsInstanceRole')) }),
        ],
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'differs',
          data: {
            provider: 'asg',
            hosts: 2,
            role: 'ecsInstanceRole',
            next: ['ecs/ecsInstanceRole'],
          },
          at: '',
        },
      ],
    },
    {
      name: 'no template of a mixed instances policy has the role',
      given: {
        hosts: [
          running,
          aNextHost({ roleArn: known(roleArn('a')) }),
          aNextHost({ roleArn: known(null) }),
        ],
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'differs',
          data: {
            provider: 'asg',
            hosts: 1,
            role: 'ecsInstanceRole',
            next: ['a', null],
          },
          at: '',
        },
      ],
    },
    {
      name: 'hosts without a role, where the next one would get one',
      given: {
        hosts: [
          aServiceHost({ capacityProvider: 'asg', roleArn: known(null) }),
          aNextHost(),
        ],
      },
      context: { role: null },
      expect: [
        {
          message: 'differs',
          data: {
            provider: 'asg',
            hosts: 1,
            role: null,
            next: ['ecsInstanceRole'],
          },
          at: '',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'host and template agree',
      given: { hosts: [running, aNextHost()] },
      context: ofInstanceRole,
    },
    {
      name: 'one template of a mixed instances policy agrees, though another could not be read',
      given: {
        hosts: [
          running,
          aNextHost({ roleArn: unknown('AccessDenied') }),
          aNextHost(),
        ],
      },
      context: ofInstanceRole,
    },
    {
      name: 'the template of another capacity provider',
      given: {
        hosts: [
          running,
          aNextHost({
            capacityProvider: 'big',
            roleArn: known(roleArn('other')),
          }),
        ],
      },
      context: ofInstanceRole,
    },
    {
      name: 'a host outside any capacity provider',
      given: { hosts: [aServiceHost()] },
      context: ofInstanceRole,
    },
    {
      name: 'no host runs',
      given: { hosts: [aNextHost()] },
      context: ofInstanceRole,
    },
    {
      name: 'the role of the template, while hosts have another: that one is told at theirs',
      given: {
        hosts: [
          aServiceHost({
            capacityProvider: 'asg',
            roleArn: known(roleArn('old')),
          }),
          aNextHost(),
        ],
      },
      context: ofInstanceRole,
    },
  ],
  undecided: [
    {
      name: 'the template could not be read',
      given: {
        hosts: [
          running,
          aNextHost({
            roleArn: unknown(
              'AccessDenied',
              'ec2:DescribeLaunchTemplateVersions',
            ),
          }),
        ],
      },
      context: ofInstanceRole,
      because: 'AccessDenied',
    },
  ],
};
