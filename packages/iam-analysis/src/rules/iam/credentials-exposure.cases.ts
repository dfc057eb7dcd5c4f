import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { credentialsExposure } from './credentials-exposure';

const AT = 'inline:app#/Statement/0';

export const cases: RuleCases<typeof credentialsExposure> = {
  flagged: [
    {
      name: 'assumes any role',
      given: held([allow('sts:AssumeRole')]),
      expect: [credentials('sts:AssumeRole')],
    },
    {
      name: 'any user of any database, by the ARN of all',
      given: held([
        allow('rds-db:connect', 'arn:aws:rds-db:*:111122223333:dbuser:*/*'),
      ]),
      expect: [credentials('rds-db:connect')],
    },
    {
      name: 'an action that takes no resource: credentials all the same',
      given: held([allow(['sts:GetSessionToken', 'iam:CreateAccessKey'])]),
      expect: [credentials('iam:CreateAccessKey', 'sts:GetSessionToken')],
    },
    {
      name: 'what other tools misspell: credentials of game servers',
      given: held([allow('gamelift:GetCompute*')]),
      expect: [
        credentials(
          'gamelift:GetComputeAccess',
          'gamelift:GetComputeAuthToken',
        ),
      ],
    },
    {
      name: 'an action that AWS does not list any more',
      given: held([allow(['sso:GetRoleCred*', 's3:GetObject'])]),
      expect: [credentials('sso:getrolecredentials')],
    },
    {
      name: 'the sign-in to the image registry: a note',
      given: held([
        allow([
          'ecr:GetAuthorizationToken',
          'ecr-public:GetAuthorizationToken',
        ]),
      ]),
      context: { slot: 'task' },
      expect: [
        registry(
          'ecr:GetAuthorizationToken',
          'ecr-public:GetAuthorizationToken',
        ),
      ],
    },
    {
      name: 'the same of an execution role: what the slot is for',
      given: held([allow('ecr:GetAuthorizationToken')]),
      context: { slot: 'execution' },
      expect: [
        { ...registry('ecr:GetAuthorizationToken'), mitigatedBy: 'baseline' },
      ],
    },
    {
      name: 'a Deny takes it away',
      given: held([
        allow('sts:AssumeRole'),
        deny({ not: ['s3:*', 'dynamodb:*'] }),
      ]),
      expect: [{ ...credentials('sts:AssumeRole'), mitigatedBy: 'deny' }],
    },
  ],
  accepted: [
    {
      name: 'one role',
      given: held([
        allow('sts:AssumeRole', 'arn:aws:iam::111122223333:role/reports'),
      ]),
    },
    {
      name: 'one user of one database',
      given: held([
        allow(
          'rds-db:connect',
          'arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-1/checkout',
        ),
      ]),
    },
    {
      name: 'an action that takes no resource, on one: it grants nothing',
      given: held([
        allow(
          'ecr:GetAuthorizationToken',
          'arn:aws:ecr:eu-west-1:111122223333:repository/checkout',
        ),
      ]),
    },
    {
      name: 'an action that AWS does not list any more, on one resource',
      given: held([
        allow('iot:AssumeRoleWithCertificate', 'arn:aws:iot:*:*:rolealias/one'),
      ]),
    },
    {
      name: 'who am I',
      given: held([allow('sts:GetCallerIdentity')]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function credentials(...actions: string[]) {
  return {
    message: 'credentials',
    data: { actions },
    at: AT,
    severity: 'high',
  } as const;
}

function registry(...actions: string[]) {
  return {
    message: 'registry',
    data: { actions },
    at: AT,
    severity: 'info',
  } as const;
}
