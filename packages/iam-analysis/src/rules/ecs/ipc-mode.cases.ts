import { aTaskDefinition } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { ipcMode } from './ipc-mode';

const taskDefinition = aTaskDefinition({ ipcMode: 'host' });
const shared = {
  message: 'shared',
  data: { containers: ['app'] },
  at: '',
} as const;

export const cases: RuleCases<typeof ipcMode> = {
  flagged: [
    {
      name: 'on EC2',
      given: { taskDefinition, compute: ['ec2'] },
      expect: [shared],
    },
    {
      name: 'nobody knows where the tasks run: Fargate does not have it',
      given: { taskDefinition },
      expect: [shared],
    },
  ],
  accepted: [
    {
      name: 'shared within the task',
      given: {
        taskDefinition: aTaskDefinition({ ipcMode: 'task' }),
        compute: ['ec2'],
      },
    },
    {
      name: 'shared with nobody',
      given: {
        taskDefinition: aTaskDefinition({ ipcMode: 'none' }),
        compute: ['ec2'],
      },
    },
    {
      name: 'the processes of the host, which `ecs.host-pid` speaks of',
      given: {
        taskDefinition: aTaskDefinition({ pidMode: 'host' }),
        compute: ['ec2'],
      },
    },
    {
      name: 'tasks on Fargate only, which does not run such a definition',
      given: { taskDefinition, compute: ['fargate'] },
    },
  ],
};
