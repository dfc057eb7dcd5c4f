import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { assumeRoleWildcard } from './assume-role-wildcard';

const AT = 'inline:app#/Statement/0';
const ASSUME = ['sts:AssumeRole'];

export const cases: RuleCases<typeof assumeRoleWildcard> = {
  flagged: [
    {
      name: 'any role of any account: high',
      given: held([allow('sts:AssumeRole')]),
      expect: [assuming('everyRole', 'high', ASSUME, '*')],
    },
    {
      name: 'any role of this account',
      given: held([
        allow('sts:AssumeRole', 'arn:aws:iam::111122223333:role/*'),
      ]),
      expect: [
        assuming(
          'everyRole',
          'high',
          ASSUME,
          'arn:aws:iam::111122223333:role/*',
        ),
      ],
    },
    {
      name: 'roles that begin alike, and any role of another account: medium',
      given: held([
        allow('sts:AssumeRole', 'arn:aws:iam::*:role/app-*'),
        allow('sts:AssumeRole', 'arn:aws:iam::444455556666:role/*'),
      ]),
      expect: [
        assuming('manyRoles', 'medium', ASSUME, 'arn:aws:iam::*:role/app-*'),
        {
          ...assuming(
            'manyRoles',
            'medium',
            ASSUME,
            'arn:aws:iam::444455556666:role/*',
          ),
          at: 'inline:app#/Statement/1',
        },
      ],
    },
    {
      name: 'the other ways to come to a role: info',
      given: held([allow(['sts:AssumeRole', 'sts:TagSession'])]),
      expect: [
        assuming('everyRole', 'high', ASSUME, '*'),
        assuming('otherWays', 'info', ['sts:TagSession'], '*'),
      ],
    },
    {
      name: 'a condition that binds it: mitigated',
      given: held([
        allow('sts:AssumeRole', '*', {
          StringEquals: { 'aws:ResourceOrgID': 'o-example' },
        }),
      ]),
      expect: [
        {
          ...assuming('everyRole', 'high', ASSUME, '*'),
          mitigatedBy: 'condition',
        },
      ],
    },
    {
      name: 'a Deny of it: mitigated',
      given: held([allow('sts:AssumeRole'), deny('sts:Assume*')]),
      expect: [
        { ...assuming('everyRole', 'high', ASSUME, '*'), mitigatedBy: 'deny' },
      ],
    },
  ],
  accepted: [
    {
      name: 'one role',
      given: held([
        allow('sts:AssumeRole', 'arn:aws:iam::444455556666:role/inventory'),
      ]),
    },
    {
      name: 'one role in every account',
      given: held([allow('sts:AssumeRole', 'arn:aws:iam::*:role/inventory')]),
    },
    {
      name: 'asking who one is',
      given: held([allow('sts:GetCallerIdentity')]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function assuming(
  message: 'everyRole' | 'manyRoles' | 'otherWays',
  severity: 'high' | 'medium' | 'info',
  actions: readonly string[],
  resource: string,
) {
  return {
    message,
    data: { actions, resources: [resource] },
    at: AT,
    severity,
  } as const;
}
