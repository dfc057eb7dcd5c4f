import { aContainer, aTaskDefinition } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { hostPid } from './host-pid';

const taskDefinition = aTaskDefinition({
  pidMode: 'host',
  containers: [aContainer(), aContainer({ name: 'monitor' })],
});
const shared = {
  message: 'shared',
  data: { containers: ['app', 'monitor'] },
  at: '',
} as const;

export const cases: RuleCases<typeof hostPid> = {
  flagged: [
    {
      name: 'on EC2',
      given: { taskDefinition, compute: ['ec2'] },
      expect: [shared],
    },
    {
      name: 'on external hosts, others on Fargate',
      given: { taskDefinition, compute: ['fargate', 'external'] },
      expect: [shared],
    },
    {
      name: 'nobody knows where the tasks run: Fargate does not have it',
      given: { taskDefinition, compute: ['unknown'] },
      expect: [shared],
    },
  ],
  accepted: [
    {
      name: 'the containers of the task see each other only',
      given: {
        taskDefinition: aTaskDefinition({ pidMode: 'task' }),
        compute: ['ec2'],
      },
    },
    {
      name: 'a process namespace for each container',
      given: { taskDefinition: aTaskDefinition(), compute: ['ec2'] },
    },
    {
      name: 'tasks on Fargate only, which does not run such a definition',
      given: { taskDefinition, compute: ['fargate'] },
    },
  ],
};
