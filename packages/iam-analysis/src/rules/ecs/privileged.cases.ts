import { aContainer, aTaskDefinition } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { privileged } from './privileged';

const taskDefinition = aTaskDefinition({
  containers: [
    aContainer(),
    aContainer({ name: 'setup', essential: false, privileged: true }),
  ],
});
const setup = {
  message: 'privileged',
  data: { containers: ['setup'] },
  at: '',
} as const;

export const cases: RuleCases<typeof privileged> = {
  flagged: [
    {
      name: 'one of two containers, on EC2',
      given: { taskDefinition, compute: ['ec2'] },
      expect: [setup],
    },
    {
      name: 'on Managed Instances, which allow it',
      given: { taskDefinition, compute: ['managed-instances'] },
      expect: [setup],
    },
    {
      name: 'nobody knows where the tasks run: Fargate does not have it',
      given: { taskDefinition },
      expect: [setup],
    },
  ],
  accepted: [
    {
      name: 'a root user without privileges',
      given: {
        taskDefinition: aTaskDefinition({
          containers: [aContainer({ user: 'root' })],
        }),
        compute: ['ec2'],
      },
    },
    {
      name: 'tasks on Fargate only, which does not run such a definition',
      given: { taskDefinition, compute: ['fargate'] },
    },
  ],
};
