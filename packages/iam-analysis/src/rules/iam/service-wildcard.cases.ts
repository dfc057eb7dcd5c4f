import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { serviceWildcard } from './service-wildcard';

const AT = 'inline:app#/Statement/0';

export const cases: RuleCases<typeof serviceWildcard> = {
  flagged: [
    {
      name: 'every action of a sensitive service, everywhere: high',
      given: held([allow('s3:*')]),
      expect: [everywhere('s3', 'high')],
    },
    {
      name: 'every action of another service, everywhere: medium',
      given: held([allow('SQS:**', 'arn:aws:sqs:*:111122223333:*')]),
      expect: [everywhere('sqs', 'medium')],
    },
    {
      name: 'all resources of one type are everywhere too',
      given: held([allow('kms:*', 'arn:aws:kms:*:*:key/*')]),
      expect: [everywhere('kms', 'high')],
    },
    {
      name: 'every action on some resources: low',
      given: held([
        allow(
          ['s3:*', 'dynamodb:*'],
          [
            'arn:aws:s3:::assets/*',
            'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
          ],
        ),
      ]),
      expect: [somewhere('dynamodb', 'low'), somewhere('s3', 'low')],
    },
    {
      name: 'all of IAM is both this and an administrator',
      given: held([allow('iam:*')]),
      expect: [everywhere('iam', 'high')],
    },
    {
      name: 'a wildcard in the name of the service',
      given: held([allow('s?s:*'), allow('organ*')]),
      expect: [
        everywhere('ses', 'medium'),
        everywhere('sms', 'medium'),
        everywhere('sns', 'medium'),
        everywhere('sqs', 'medium'),
        everywhere('sts', 'high'),
        {
          ...everywhere('organizations', 'high'),
          at: 'inline:app#/Statement/1',
        },
      ],
    },
    {
      name: 'every action on the objects of one bucket, which are of S3',
      given: held([allow('*', 'arn:aws:s3:::assets/*')]),
      expect: [somewhere('s3', 'low')],
    },
    {
      name: '`NotAction` without IAM: the sensitive services that it leaves in',
      given: held([
        allow({
          not: [
            'iam:*',
            'organizations:*',
            'sso:*',
            'sts:*',
            'ec2:*',
            'ecs:*',
            'cloudtrail:*',
            'lambda:*',
            'ssm:PutParameter',
            's3:Delete*',
          ],
        }),
      ]),
      expect: [everywhere('kms', 'high'), everywhere('secretsmanager', 'high')],
    },
    {
      name: 'every action, by two statements together',
      given: held([
        allow(['ec2messages:*Message', 'ec2messages:Get*']),
        allow('ec2messages:SendReply'),
      ]),
      expect: [
        {
          message: 'together',
          data: {
            service: 'ec2messages',
            statements: [AT, 'inline:app#/Statement/1'],
          },
          at: AT,
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a service that the catalogue does not know',
      given: held([
        allow(['newservice:*', 'newservice:Read']),
        allow('OldService:*', 'arn:aws:oldservice:*:*:thing/one'),
      ]),
      expect: [
        everywhere('newservice', 'medium'),
        { ...somewhere('oldservice', 'low'), at: 'inline:app#/Statement/1' },
      ],
    },
    {
      name: 'the same under a Deny of it, and of a part of it',
      given: held([
        allow(['newservice:*', 'oldservice:*']),
        deny(['newservice:*', 'oldservice:Delete*']),
      ]),
      expect: [
        { ...everywhere('newservice', 'medium'), mitigatedBy: 'deny' },
        everywhere('oldservice', 'medium'),
      ],
    },
    {
      name: 'a Deny of the whole service: mitigated',
      given: held([allow('s3:*'), deny('s3:*')]),
      expect: [{ ...everywhere('s3', 'high'), mitigatedBy: 'deny' }],
    },
    {
      name: 'a Deny of requests without TLS leaves those with it',
      given: held([
        allow('s3:*'),
        deny('s3:*', '*', { Bool: { 'aws:SecureTransport': 'false' } }),
      ]),
      expect: [everywhere('s3', 'high')],
    },
    {
      name: 'a Deny of one bucket leaves the others',
      given: held([allow('s3:*'), deny('s3:*', 'arn:aws:s3:::payroll/*')]),
      expect: [everywhere('s3', 'high')],
    },
    {
      name: 'a boundary without the service: mitigated',
      given: held([allow('s3:*')], [allow('dynamodb:*')]),
      expect: [{ ...everywhere('s3', 'high'), mitigatedBy: 'boundary' }],
    },
    {
      name: 'all actions of a service that the slot is for: mitigated',
      given: held([allow('ec2messages:*')]),
      context: { slot: 'instance' },
      expect: [
        { ...everywhere('ec2messages', 'medium'), mitigatedBy: 'baseline' },
      ],
    },
    {
      name: 'a weak condition: one level lower',
      given: held([
        allow('s3:*', '*', { StringNotEquals: { 'aws:ResourceAccount': '1' } }),
      ]),
      expect: [everywhere('s3', 'medium')],
    },
    {
      name: 'a condition that binds it to some resources: mitigated',
      given: held([
        allow('s3:*', '*', {
          StringEquals: { 'aws:ResourceTag/team': 'payments' },
        }),
      ]),
      expect: [{ ...everywhere('s3', 'high'), mitigatedBy: 'condition' }],
    },
  ],
  accepted: [
    {
      name: 'named actions',
      given: held([allow(['s3:GetObject', 's3:PutObject'])]),
    },
    {
      name: 'a wildcard for a part of a service',
      given: held([allow(['s3:Get*', 's3:*Object'])]),
    },
    {
      name: 'a part of a service that the catalogue does not know',
      given: held([allow(['newservice:Get*', 'newservice:Put?*'])]),
    },
    {
      name: 'every action of a small service by its name, such as those of ECS Exec',
      given: held([
        allow([
          'ssmmessages:CreateControlChannel',
          'ssmmessages:CreateDataChannel',
          'ssmmessages:OpenControlChannel',
          'ssmmessages:OpenDataChannel',
        ]),
      ]),
    },
    {
      name: 'reading in every service, of which some have nothing else',
      given: held([allow(['*:Get*', '*:List*', '*:Describe*'])]),
    },
    {
      name: 'everything on roles, of which one action of EC2 takes one too',
      given: held([
        allow({ not: ['iam:*', 'sts:*'] }, 'arn:aws:iam::*:role/*'),
      ]),
    },
    {
      name: 'everything on buckets, which a command of Systems Manager may name too',
      given: held([allow({ not: ['iam:*', 's3:*'] }, 'arn:aws:s3:::*')]),
    },
    {
      name: 'a service name that only begins alike',
      given: held([allow('s3x*')]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
    { name: 'a Deny is no grant', given: held([deny('s3:*')]) },
  ],
};

function everywhere(service: string, severity: 'high' | 'medium') {
  return {
    message: 'everywhere',
    data: { service },
    at: AT,
    severity,
  } as const;
}

function somewhere(service: string, severity: 'low') {
  return { message: 'somewhere', data: { service }, at: AT, severity } as const;
}
