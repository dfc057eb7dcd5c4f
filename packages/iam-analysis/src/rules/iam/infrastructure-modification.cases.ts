import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { infrastructureModification } from './infrastructure-modification';

const AT = 'inline:app#/Statement/0';

export const cases: RuleCases<typeof infrastructureModification> = {
  flagged: [
    {
      name: 'writes to any table and stream: low',
      given: held([allow(['dynamodb:PutItem', 'kinesis:PutRecord'])]),
      expect: [changing('dynamodb:PutItem', 'kinesis:PutRecord')],
    },
    {
      name: 'deletes any function, or ends any instance: medium',
      given: held([allow(['ec2:TerminateInstances', 'lambda:DeleteFunction'])]),
      expect: [deleting('ec2:TerminateInstances', 'lambda:DeleteFunction')],
    },
    {
      name: 'deletes and writes by one pattern: one finding for each',
      given: held([allow('sqs:*Message')]),
      expect: [deleting('sqs:DeleteMessage'), changing('sqs:SendMessage')],
    },
    {
      name: 'every table of the account, without a `*` in place of the ARN',
      given: held([
        allow(
          'dynamodb:UpdateItem',
          'arn:aws:dynamodb:eu-west-1:111122223333:table/*',
        ),
        allow('dynamodb:PutItem', 'arn:aws:dynamodb:*:111122223333:table/*'),
      ]),
      expect: [
        { ...changing('dynamodb:PutItem'), at: 'inline:app#/Statement/1' },
      ],
    },
    {
      name: 'tags are changes, also where they are removed',
      given: held([allow(['ec2:CreateTags', 'ec2:DeleteTags'])]),
      expect: [changing('ec2:CreateTags', 'ec2:DeleteTags')],
    },
    {
      name: 'a Deny of the same action everywhere: mitigated',
      given: held([
        allow('ecs:UpdateService'),
        deny('ecs:Update*', 'arn:aws:ecs:*:*:service/*'),
      ]),
      expect: [{ ...changing('ecs:UpdateService'), mitigatedBy: 'deny' }],
    },
    {
      name: 'a Deny of one service leaves the others',
      given: held([
        allow('ecs:UpdateService'),
        deny('ecs:UpdateService', 'arn:aws:ecs:*:*:service/shop/ledger'),
      ]),
      expect: [changing('ecs:UpdateService')],
    },
    {
      name: 'a condition on the tag of the resource: mitigated',
      given: held([
        allow('ecs:UpdateService', '*', {
          StringEquals: { 'aws:ResourceTag/team': 'checkout' },
        }),
      ]),
      expect: [{ ...changing('ecs:UpdateService'), mitigatedBy: 'condition' }],
    },
  ],
  accepted: [
    {
      name: 'the table of the application',
      given: held([
        allow(
          'dynamodb:PutItem',
          'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
        ),
      ]),
    },
    {
      name: 'tables that begin alike',
      given: held([
        allow(
          'dynamodb:PutItem',
          'arn:aws:dynamodb:eu-west-1:111122223333:table/orders-*',
        ),
      ]),
    },
    {
      name: 'an action that takes no resource',
      given: held([allow(['ec2:CreateSpotDatafeedSubscription'])]),
    },
    {
      name: 'destroys data, opens it, reads it or yields credentials: a rule of its own speaks of each',
      given: held([
        allow([
          's3:DeleteBucket',
          's3:PutBucketPolicy',
          'rds:CreateDBSnapshot',
          'iam:CreateAccessKey',
        ]),
      ]),
    },
    {
      name: 'reads',
      given: held([allow(['s3:GetBucketTagging', 'ecs:Describe*'])]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function changing(...actions: string[]) {
  return {
    message: 'changes',
    data: { actions },
    at: AT,
    severity: 'low',
  } as const;
}

function deleting(...actions: string[]) {
  return {
    message: 'deletes',
    data: { actions },
    at: AT,
    severity: 'medium',
  } as const;
}
