import { roleArn } from '../../testUtils';
import { ofInstanceRole } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { instanceRoleIsTaskRole } from './instance-role-is-task-role';

const own = roleArn('ecsInstanceRole');

export const cases: RuleCases<typeof instanceRoleIsTaskRole> = {
  flagged: [
    {
      name: 'a task definition names the role of the hosts',
      given: {
        rolesInSlots: new Map([[own, ['task', 'execution'] as const]]),
      },
      context: ofInstanceRole,
      expect: [{ message: 'both', data: { role: 'ecsInstanceRole' }, at: '' }],
    },
    {
      name: 'a daemon has it as its task role',
      given: { rolesInSlots: new Map([[own, ['daemon-task'] as const]]) },
      context: ofInstanceRole,
      expect: [{ message: 'both', data: { role: 'ecsInstanceRole' }, at: '' }],
    },
  ],
  accepted: [
    {
      name: 'a role that only hosts have',
      given: {
        rolesInSlots: new Map([[roleArn('checkout-task'), ['task'] as const]]),
      },
      context: ofInstanceRole,
    },
    {
      name: 'the same role starts tasks, and their containers do not get it',
      given: { rolesInSlots: new Map([[own, ['execution'] as const]]) },
      context: ofInstanceRole,
    },
    {
      name: 'a task role of the same name in another path is another role',
      given: {
        rolesInSlots: new Map([
          [roleArn('app/ecsInstanceRole'), ['task'] as const],
        ]),
      },
      context: ofInstanceRole,
    },
  ],
};
