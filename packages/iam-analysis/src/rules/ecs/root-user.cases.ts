import { aContainer, aTaskDefinition } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { rootUser } from './root-user';

export const cases: RuleCases<typeof rootUser> = {
  flagged: [
    {
      name: 'no user, on Fargate',
      given: { taskDefinition: runningAs(null), compute: ['fargate'] },
      expect: [root([], ['app'])],
    },
    {
      name: 'the name of root, on EC2',
      given: { taskDefinition: runningAs('root'), compute: ['ec2'] },
      expect: [{ ...root(['app'], []), severity: 'medium' }],
    },
    {
      name: 'several containers in one finding, with the number of root and with a group',
      given: {
        taskDefinition: aTaskDefinition({
          containers: [
            aContainer({ user: '0' }),
            aContainer({ name: 'proxy', user: '1337' }),
            aContainer({ name: 'logs', user: '0:1000' }),
            aContainer({ name: 'metrics', user: '' }),
          ],
        }),
      },
      expect: [root(['app', 'logs'], ['metrics'])],
    },
    {
      name: 'the administrator of a Windows container',
      given: {
        taskDefinition: aTaskDefinition({
          operatingSystem: 'WINDOWS_SERVER_2022_CORE',
          containers: [
            aContainer({ user: 'containeradministrator' }),
            aContainer({ name: 'worker' }),
            aContainer({ name: 'web', user: 'ContainerUser' }),
          ],
        }),
        compute: ['fargate'],
      },
      expect: [
        {
          message: 'administrator',
          data: { named: ['app'], byImage: ['worker'] },
          at: '',
          severity: 'low',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'another user, by number and group',
      given: { taskDefinition: runningAs('1000:0'), compute: ['ec2'] },
    },
    {
      name: 'another user, by a name that begins like root',
      given: { taskDefinition: runningAs('rootless'), compute: ['ec2'] },
    },
    {
      name: 'the ordinary user of a Windows container',
      given: {
        taskDefinition: aTaskDefinition({
          operatingSystem: 'WINDOWS_SERVER_2022_CORE',
          containers: [aContainer({ user: 'ContainerUser' })],
        }),
        compute: ['ec2'],
      },
    },
  ],
};

function runningAs(user: string | null) {
  return aTaskDefinition({ containers: [aContainer({ user })] });
}

function root(named: string[], byImage: string[]) {
  return {
    message: 'root',
    data: { named, byImage },
    at: '',
    severity: 'low',
  } as const;
}
