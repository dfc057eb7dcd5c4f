import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { adminAccess } from './admin-access';

const AT = 'inline:app#/Statement/0';
const everything = {
  message: 'everything',
  data: { actions: ['*'], resources: ['*'] },
  at: AT,
} as const;

export const cases: RuleCases<typeof adminAccess> = {
  flagged: [
    {
      name: 'every action on every resource',
      given: held([allow('*')]),
      expect: [everything],
    },
    {
      name: 'the same in other spelling',
      given: held([allow(['*:*'], ['arn:aws:*'])]),
      expect: [
        {
          ...everything,
          data: { actions: ['*:*'], resources: ['arn:aws:*'] },
        },
      ],
    },
    {
      name: 'all of IAM, in capitals, on every role of the account',
      given: held([allow('IAM:*', 'arn:aws:iam::111122223333:role/*')]),
      expect: [
        {
          message: 'allOfIam',
          data: {
            actions: ['IAM:*'],
            resources: ['arn:aws:iam::111122223333:role/*'],
          },
          at: AT,
        },
      ],
    },
    {
      name: 'a pattern that takes IAM in by its first letters, on a short ARN',
      given: held([allow('i*', 'arn:aws:iam')]),
      expect: [
        {
          message: 'allOfIam',
          data: { actions: ['i*'], resources: ['arn:aws:iam'] },
          at: AT,
        },
      ],
    },
    {
      name: 'two statements that only together hold all of IAM',
      given: held([
        allow(['iam:A*', 'iam:C*', 'iam:D*', 'iam:E*', 'iam:G*']),
        allow(['iam:L*', 'iam:P*', 'iam:R*', 'iam:S*', 'iam:T*', 'iam:U*']),
      ]),
      expect: [
        {
          message: 'together',
          data: { statements: [AT, 'inline:app#/Statement/1'] },
          at: AT,
        },
      ],
    },
    {
      name: '`NotAction` that leaves IAM in',
      given: held([allow({ not: ['s3:*', 'iam:CreateUser'] })]),
      expect: [
        {
          message: 'everythingBut',
          data: { except: ['s3:*', 'iam:CreateUser'] },
          at: AT,
        },
      ],
    },
    {
      name: '`NotResource` that leaves roles in',
      given: held([allow('*', { not: 'arn:aws:s3:::payroll/*' })]),
      expect: [
        {
          message: 'everywhereBut',
          data: { actions: ['*'], except: ['arn:aws:s3:::payroll/*'] },
          at: AT,
        },
      ],
    },
    {
      name: 'a Deny of some resources, and one of single actions, take little away',
      given: held([
        allow('*'),
        deny('iam:*', 'arn:aws:iam::*:role/break-glass'),
        deny('iam:DeleteRole'),
      ]),
      expect: [everything],
    },
    {
      name: 'a Deny under a condition takes nothing away for certain',
      given: held([
        allow('*'),
        deny('*', '*', {
          DateLessThan: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' },
        }),
      ]),
      expect: [everything],
    },
    {
      name: 'a Deny of a role whose ARN is like `*`: ARNs have six parts, and none is like that',
      given: held([
        allow('*'),
        deny('*', '*', { ArnLike: { 'aws:PrincipalArn': '*' } }),
      ]),
      expect: [everything],
    },
    {
      name: 'a Deny of every role, part by part: mitigated',
      given: held([
        allow('*'),
        deny('*', '*', { ArnLike: { 'aws:PrincipalArn': 'arn:*:*:*:*:*' } }),
      ]),
      expect: [{ ...everything, mitigatedBy: 'deny' }],
    },
    {
      name: 'a Deny that takes IAM out: mitigated',
      given: held([allow('*'), deny('iam:*')]),
      expect: [{ ...everything, mitigatedBy: 'deny' }],
    },
    {
      name: 'a Deny of everything but what the application needs: mitigated',
      given: held([allow('*'), deny({ not: 's3:*' })]),
      expect: [{ ...everything, mitigatedBy: 'deny' }],
    },
    {
      name: 'a boundary without IAM: mitigated',
      given: held([allow('*')], [allow(['s3:*', 'iam:Get*'])]),
      expect: [{ ...everything, mitigatedBy: 'boundary' }],
    },
    {
      name: 'a boundary that allows everything bounds nothing',
      given: held([allow('*')], [allow('*')]),
      expect: [everything],
    },
    {
      name: 'a boundary that denies IAM: mitigated',
      given: held([allow('*')], [allow('*'), deny('iam:*')]),
      expect: [{ ...everything, mitigatedBy: 'boundary' }],
    },
    {
      name: 'a condition that every request meets is none',
      given: held([
        allow('*', '*', { Bool: { 'aws:SecureTransport': 'true' } }),
      ]),
      expect: [everything],
    },
    {
      name: 'a weak condition, such as a Region: one level lower',
      given: held([
        allow('*', '*', {
          StringEquals: { 'aws:RequestedRegion': 'eu-west-1' },
        }),
      ]),
      expect: [{ ...everything, severity: 'high' }],
    },
    {
      name: 'a condition that binds it to some resources: mitigated',
      given: held([
        allow('*', '*', {
          StringEquals: { 'aws:ResourceTag/team': 'payments' },
        }),
      ]),
      expect: [{ ...everything, mitigatedBy: 'condition' }],
    },
  ],
  accepted: [
    { name: 'a role without permissions', given: held([]) },
    {
      name: 'named actions',
      given: held([allow(['s3:GetObject', 'iam:GetRole'])]),
    },
    {
      name: '`NotAction` that takes IAM out',
      given: held([allow({ not: 'iam:*' })]),
    },
    {
      name: 'every action on one bucket',
      given: held([allow('*', 'arn:aws:s3:::assets/*')]),
    },
    {
      name: 'all of IAM on the roles of one path',
      given: held([allow('iam:*', 'arn:aws:iam::*:role/app/*')]),
    },
    {
      name: 'all of IAM on the roles of another account',
      given: held([allow('iam:*', 'arn:aws:iam::444455556666:role/*')]),
    },
    { name: 'reading IAM', given: held([allow(['iam:Get*', 'iam:List*'])]) },
    { name: 'all of another service', given: held([allow('s3:*')]) },
    {
      name: '`*` with a space matches no action',
      given: held([allow('iam:* ')]),
    },
    { name: 'a Deny is no grant', given: held([deny('*')]) },
  ],
};
