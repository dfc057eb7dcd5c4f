import { aService, roleArn, taskDefinitionArn } from '../../testUtils';
import type { TaskOverride } from '../../ecs/service';
import type { RuleCases } from '../testRule';
import type { roleOverridden } from './role-overridden';

const running = {
  service: aService(),
  taskRoles: { task: roleArn('checkout'), execution: roleArn('agent') },
};

export const cases: RuleCases<typeof roleOverridden> = {
  flagged: [
    {
      name: 'a task with another task role',
      given: {
        ...running,
        overrides: [override({ taskRoleArn: roleArn('migration') })],
      },
      expect: [
        {
          message: 'taskRole',
          data: { roles: ['migration'], tasks: 1 },
          at: '',
        },
      ],
    },
    {
      name: 'tasks with other task and execution roles: a finding for each slot',
      given: {
        ...running,
        overrides: [
          override({
            taskRoleArn: roleArn('repair'),
            executionRoleArn: roleArn('ecs/agent'),
            tasks: 2,
          }),
          override({ taskRoleArn: roleArn('migration'), tasks: 3 }),
        ],
      },
      expect: [
        {
          message: 'taskRole',
          data: { roles: ['migration', 'repair'], tasks: 5 },
          at: '',
        },
        {
          message: 'executionRole',
          data: { roles: ['ecs/agent'], tasks: 2 },
          at: '',
        },
      ],
    },
    {
      name: 'a task role where the task definition names none',
      given: {
        service: aService(),
        taskRoles: { task: null, execution: null },
        overrides: [override({ taskRoleArn: roleArn('migration') })],
      },
      expect: [
        {
          message: 'taskRole',
          data: { roles: ['migration'], tasks: 1 },
          at: '',
        },
      ],
    },
  ],
  accepted: [
    { name: 'no overrides', given: { ...running, overrides: [] } },
    {
      name: 'an override that names the same role',
      given: {
        ...running,
        overrides: [override({ taskRoleArn: roleArn('checkout') })],
      },
    },
    {
      name: 'the same role by its bare name',
      given: { ...running, overrides: [override({ taskRoleArn: 'checkout' })] },
    },
    {
      name: 'an override of environment files only',
      given: {
        ...running,
        overrides: [
          override({
            environmentFiles: ['arn:aws:s3:::checkout-config/once.env'],
          }),
        ],
      },
    },
  ],
};

function override(parts: Partial<TaskOverride>): TaskOverride {
  return {
    taskDefinitionArn: taskDefinitionArn('checkout:7'),
    taskRoleArn: null,
    executionRoleArn: null,
    environmentFiles: [],
    tasks: 1,
    ...parts,
  };
}
