import { aContainer, aTaskDefinition } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { hostNetwork } from './host-network';

const asUser = aTaskDefinition({
  networkMode: 'host',
  containers: [aContainer({ user: '1000:1000' })],
});

export const cases: RuleCases<typeof hostNetwork> = {
  flagged: [
    {
      name: 'on EC2, as a user that is not root',
      given: { taskDefinition: asUser, compute: ['ec2'] },
      expect: [
        {
          message: 'shared',
          data: { asRoot: [] },
          at: '',
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a container of several names no user: high',
      given: {
        taskDefinition: aTaskDefinition({
          networkMode: 'host',
          containers: [
            aContainer({ user: 'app' }),
            aContainer({ name: 'proxy', user: null }),
            aContainer({ name: 'logs', user: '0' }),
          ],
        }),
        compute: ['ec2'],
      },
      expect: [
        {
          message: 'shared',
          data: { asRoot: ['proxy', 'logs'] },
          at: '',
          severity: 'high',
        },
      ],
    },
    {
      name: 'nobody knows where the tasks run: only hosts have this mode',
      given: { taskDefinition: asUser },
      expect: [
        {
          message: 'shared',
          data: { asRoot: [] },
          at: '',
          severity: 'medium',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'a network interface of its own',
      given: {
        taskDefinition: aTaskDefinition({ networkMode: 'awsvpc' }),
        compute: ['ec2'],
      },
    },
    {
      name: 'the bridge of the host, which is what no network mode stands for',
      given: {
        taskDefinition: aTaskDefinition({ networkMode: null }),
        compute: ['ec2'],
      },
    },
    {
      name: 'tasks on Fargate only, which does not run such a definition',
      given: { taskDefinition: asUser, compute: ['fargate'] },
    },
  ],
};
