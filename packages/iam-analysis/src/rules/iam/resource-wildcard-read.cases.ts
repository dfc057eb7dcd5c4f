import { allow, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { resourceWildcardRead } from './resource-wildcard-read';

const AT = 'inline:app#/Statement/0';

export const cases: RuleCases<typeof resourceWildcardRead> = {
  flagged: [
    {
      name: 'looks at any service and bucket',
      given: held([allow(['ecs:DescribeServices', 's3:ListBucket'])]),
      expect: [reading('ecs:DescribeServices', 's3:ListBucket')],
    },
    {
      name: 'every service of the account, without a `*` in place of the ARN',
      given: held([
        allow('ecs:DescribeServices', 'arn:aws:ecs:*:111122223333:service/*'),
      ]),
      expect: [reading('ecs:DescribeServices')],
    },
    {
      name: 'lists beside an action that takes no resource, which does not count',
      given: held([allow(['ec2:DescribeInstances', 'sqs:GetQueueAttributes'])]),
      expect: [reading('sqs:GetQueueAttributes')],
    },
    {
      name: 'a boundary without the action: mitigated',
      given: held([allow('s3:ListBucket')], [allow('s3:GetObject')]),
      expect: [{ ...reading('s3:ListBucket'), mitigatedBy: 'boundary' }],
    },
    {
      name: 'a condition on the account of the resource: mitigated',
      given: held([
        allow('s3:ListBucket', '*', {
          StringEquals: { 'aws:ResourceAccount': '111122223333' },
        }),
      ]),
      expect: [{ ...reading('s3:ListBucket'), mitigatedBy: 'condition' }],
    },
  ],
  accepted: [
    {
      name: 'the list of one bucket',
      given: held([allow('s3:ListBucket', 'arn:aws:s3:::assets')]),
    },
    {
      name: 'an action that takes no resource',
      given: held([allow(['s3:ListAllMyBuckets', 'ec2:DescribeInstances'])]),
    },
    {
      name: 'what customers store: `iam.data-exfiltration` speaks of it',
      given: held([allow(['s3:GetObject', 'dynamodb:Query'])]),
    },
    { name: 'writes', given: held([allow('s3:PutObject')]) },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function reading(...actions: string[]) {
  return {
    message: 'reads',
    data: { actions },
    at: AT,
    severity: 'info',
  } as const;
}
