import { roleArn } from '../../testUtils';
import type { RoleSlot } from '../../ecs/slots';
import { allow, deny, held, ofInstanceRole } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { instanceRoleCanAssumeTaskRoles } from './instance-role-can-assume-task-roles';

const rolesInSlots: ReadonlyMap<string, readonly RoleSlot[]> = new Map([
  [roleArn('checkout-task'), ['task']],
  [roleArn('orders-task'), ['task']],
  [roleArn('collector'), ['daemon-task']],
  [roleArn('ecsTaskExecutionRole'), ['execution']],
  [roleArn('ecsInstanceRole'), ['task']],
]);

export const cases: RuleCases<typeof instanceRoleCanAssumeTaskRoles> = {
  flagged: [
    {
      name: 'any role, also where nobody knows the roles of tasks',
      given: held([allow('sts:AssumeRole')]),
      context: ofInstanceRole,
      expect: [
        {
          message: 'anyRole',
          data: { resources: ['*'] },
          at: 'inline:app#/Statement/0',
          severity: 'high',
        },
      ],
    },
    {
      name: 'task roles by a wildcard, and one by its name',
      given: {
        ...held([
          allow('sts:*', roleArn('*-task')),
          allow('sts:AssumeRole', roleArn('collector')),
        ]),
        rolesInSlots,
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'taskRoles',
          data: { roles: 2, resources: [roleArn('*-task')] },
          at: 'inline:app#/Statement/0',
          severity: 'high',
        },
        {
          message: 'taskRoles',
          data: { roles: 1, resources: [roleArn('collector')] },
          at: 'inline:app#/Statement/1',
          severity: 'high',
        },
      ],
    },
    {
      name: 'a Deny of one role leaves the other',
      given: {
        ...held([
          allow('sts:AssumeRole', roleArn('*-task')),
          deny('sts:AssumeRole', roleArn('orders-task')),
        ]),
        rolesInSlots,
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'taskRoles',
          data: { roles: 1, resources: [roleArn('*-task')] },
          at: 'inline:app#/Statement/0',
          severity: 'high',
        },
      ],
    },
    {
      name: 'mitigated: a Deny of all of it',
      given: {
        ...held([allow('sts:AssumeRole'), deny('sts:AssumeRole')]),
        rolesInSlots,
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'anyRole',
          data: { resources: ['*'] },
          at: 'inline:app#/Statement/0',
          severity: 'high',
          mitigatedBy: 'deny',
        },
      ],
    },
    {
      name: 'mitigated: a boundary that lets it become one role',
      given: {
        ...held(
          [allow('sts:AssumeRole')],
          [allow('sts:AssumeRole', roleArn('inventory'))],
        ),
        rolesInSlots,
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'anyRole',
          data: { resources: ['*'] },
          at: 'inline:app#/Statement/0',
          severity: 'high',
          mitigatedBy: 'boundary',
        },
      ],
    },
    {
      name: 'a condition that holds little back: medium',
      given: {
        ...held([
          allow('sts:AssumeRole', roleArn('checkout-task'), {
            StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' },
          }),
        ]),
        rolesInSlots,
      },
      context: ofInstanceRole,
      expect: [
        {
          message: 'taskRoles',
          data: { roles: 1, resources: [roleArn('checkout-task')] },
          at: 'inline:app#/Statement/0',
          severity: 'medium',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'a role that is no task role',
      given: {
        ...held([allow('sts:AssumeRole', roleArn('inventory'))]),
        rolesInSlots,
      },
      context: ofInstanceRole,
    },
    {
      name: 'an execution role, and itself',
      given: {
        ...held([
          allow('sts:AssumeRole', [
            roleArn('ecsTaskExecutionRole'),
            roleArn('ecsInstanceRole'),
          ]),
        ]),
        rolesInSlots,
      },
      context: ofInstanceRole,
    },
    {
      name: 'a task role of that name in another account',
      given: {
        ...held([
          allow(
            'sts:AssumeRole',
            'arn:aws:iam::444455556666:role/checkout-task',
          ),
        ]),
        rolesInSlots,
      },
      context: ofInstanceRole,
    },
    {
      name: 'passing a task role is something else',
      given: {
        ...held([allow('iam:PassRole', roleArn('checkout-task'))]),
        rolesInSlots,
      },
      context: ofInstanceRole,
    },
    {
      name: 'named roles, where nobody asked which are task roles',
      given: held([allow('sts:AssumeRole', roleArn('checkout-task'))]),
      context: ofInstanceRole,
    },
    {
      name: 'an administrator, which `iam.admin-access` is about',
      given: { ...held([allow('*')]), rolesInSlots },
      context: ofInstanceRole,
    },
  ],
};
