import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { passroleWildcard } from './passrole-wildcard';

const AT = 'inline:app#/Statement/0';
const APP_ROLES = 'arn:aws:iam::111122223333:role/app-*';

export const cases: RuleCases<typeof passroleWildcard> = {
  flagged: [
    {
      name: 'every role',
      given: held([allow('iam:PassRole')]),
      expect: [everyRole('*')],
    },
    {
      name: 'every role by its ARN, the action by a wildcard',
      given: held([allow('iam:Pass*', 'arn:aws:iam::*:role/*')]),
      expect: [everyRole('arn:aws:iam::*:role/*')],
    },
    {
      name: 'all of IAM',
      given: held([allow('iam:*')]),
      expect: [everyRole('*')],
    },
    {
      name: '`NotAction` that leaves it in',
      given: held([allow({ not: ['s3:*'] })]),
      expect: [everyRole('*')],
    },
    {
      name: '`NotResource`',
      given: held([
        allow('iam:PassRole', { not: 'arn:aws:iam::*:role/admin' }),
      ]),
      expect: [
        {
          ...everyRole('arn:aws:iam::*:role/admin'),
          data: { resources: ['arn:aws:iam::*:role/admin'], allBut: true },
        },
      ],
    },
    {
      name: 'roles that begin alike',
      given: held([allow('iam:PassRole', APP_ROLES)]),
      expect: [
        {
          message: 'manyRoles',
          data: { resources: [APP_ROLES], allBut: false },
          at: AT,
        },
      ],
    },
    {
      name: 'a condition that every service meets',
      given: held([
        allow('iam:PassRole', '*', {
          StringLike: { 'iam:PassedToService': '*' },
        }),
      ]),
      expect: [everyRole('*')],
    },
    {
      name: 'a condition that leaves one service out: one level lower',
      given: held([
        allow('iam:PassRole', '*', {
          StringNotEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
        }),
      ]),
      expect: [{ ...everyRole('*'), severity: 'low' }],
    },
    {
      name: 'a Deny: mitigated',
      given: held([allow('iam:PassRole'), deny('iam:*')]),
      expect: [{ ...everyRole('*'), mitigatedBy: 'deny' }],
    },
    {
      name: 'a boundary that names one role: mitigated',
      given: held(
        [allow('iam:PassRole')],
        [allow('iam:PassRole', 'arn:aws:iam::111122223333:role/app')],
      ),
      expect: [{ ...everyRole('*'), mitigatedBy: 'boundary' }],
    },
  ],
  accepted: [
    {
      name: 'one role',
      given: held([
        allow('iam:PassRole', 'arn:aws:iam::111122223333:role/app'),
      ]),
    },
    {
      name: 'every role, to one service',
      given: held([
        allow('iam:PassRole', '*', {
          StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
        }),
      ]),
    },
    {
      name: 'resources that are no roles',
      given: held([allow('iam:PassRole', 'arn:aws:iam::111122223333:user/*')]),
    },
    {
      name: 'all of IAM but it',
      given: held([allow({ not: 'iam:Pass*' })]),
    },
    { name: 'a Deny is no grant', given: held([deny('iam:PassRole')]) },
  ],
};

function everyRole(resource: string) {
  return {
    message: 'everyRole',
    data: { resources: [resource], allBut: false },
    at: AT,
  } as const;
}
