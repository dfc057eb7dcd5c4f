import { roleArn } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { taskRoleIsExecutionRole } from './task-role-is-execution-role';

const app = roleArn('checkout');
const agent = roleArn('ecsTaskExecutionRole');

export const cases: RuleCases<typeof taskRoleIsExecutionRole> = {
  flagged: [
    {
      name: 'one role for both',
      given: { taskRoles: { task: app, execution: app } },
      expect: [{ message: 'same', data: { role: 'checkout' }, at: '' }],
    },
    {
      name: 'the role of the agent, with a path, as task role',
      given: {
        taskRoles: {
          task: roleArn('ecs/ecsTaskExecutionRole'),
          execution: roleArn('ecs/ecsTaskExecutionRole'),
        },
      },
      expect: [
        { message: 'same', data: { role: 'ecsTaskExecutionRole' }, at: '' },
      ],
    },
  ],
  accepted: [
    {
      name: 'two roles',
      given: { taskRoles: { task: app, execution: agent } },
    },
    {
      name: 'no role at all',
      given: { taskRoles: { task: null, execution: null } },
    },
    {
      name: 'no task role',
      given: { taskRoles: { task: null, execution: agent } },
    },
    {
      name: 'the same name in another path is another role',
      given: {
        taskRoles: {
          task: roleArn('app/checkout'),
          execution: roleArn('ecs/checkout'),
        },
      },
    },
  ],
};
