import { allow, deny, held, heldBy, managed } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { effectiveStar } from './effective-star';

const AT = 'inline:app#/Statement/0';
const INSTANCE_POLICY =
  'arn:aws:iam::aws:policy/AmazonECSInstanceRolePolicyForManagedInstances';
const CONTAINER_INSTANCES = 'arn:aws:ecs:*:*:container-instance/*';

export const cases: RuleCases<typeof effectiveStar> = {
  flagged: [
    {
      name: 'every bucket and every object',
      given: held([allow(['s3:GetObject', 's3:ListBucket'], 'arn:aws:s3:::*')]),
      expect: [every(['arn:aws:s3:::*'], 'bucket', 'object')],
    },
    {
      name: 'every table, beside a queue that is meant',
      given: held([
        allow(
          ['dynamodb:GetItem', 'sqs:SendMessage'],
          [
            'arn:aws:sqs:eu-west-1:111122223333:jobs',
            'arn:aws:dynamodb:*:111122223333:table/*',
          ],
        ),
      ]),
      expect: [every(['arn:aws:dynamodb:*:111122223333:table/*'], 'table')],
    },
    {
      name: 'an ARN that stops after the service',
      given: held([allow('iam:PassRole', 'arn:aws:iam')]),
      expect: [every(['arn:aws:iam'], 'role')],
    },
    {
      name: 'every ARN',
      given: held([allow('sqs:SendMessage', 'arn:*')]),
      expect: [
        {
          message: 'everything',
          data: { resources: ['arn:*'] },
          at: AT,
          severity: 'low',
        },
      ],
    },
    {
      name: 'under a condition that binds it to some resources: mitigated',
      given: held([
        allow('ec2:TerminateInstances', 'arn:aws:ec2:*:*:instance/*', {
          StringEquals: { 'aws:ResourceTag/team': 'payments' },
        }),
      ]),
      expect: [
        {
          ...every(['arn:aws:ec2:*:*:instance/*'], 'instance'),
          mitigatedBy: 'condition',
        },
      ],
    },
    {
      name: 'a Deny of the actions: mitigated',
      given: held([allow('s3:GetObject', 'arn:aws:s3:::*'), deny('s3:Get*')]),
      expect: [{ ...every(['arn:aws:s3:::*'], 'object'), mitigatedBy: 'deny' }],
    },
    {
      name: 'a boundary that knows one bucket only: mitigated',
      given: held(
        [allow('s3:GetObject', 'arn:aws:s3:::*')],
        [allow('s3:*', 'arn:aws:s3:::assets/*')],
      ),
      expect: [
        { ...every(['arn:aws:s3:::*'], 'object'), mitigatedBy: 'boundary' },
      ],
    },
    {
      name: 'what AWS grants in the slot: mitigated',
      given: heldBy([
        managed(INSTANCE_POLICY, [
          allow('ecs:UpdateContainerInstancesState', CONTAINER_INSTANCES),
        ]),
      ]),
      context: { slot: 'instance' },
      expect: [
        {
          ...every([CONTAINER_INSTANCES], 'container-instance'),
          at: `managed:${INSTANCE_POLICY}#/Statement/0`,
          severity: 'low',
          mitigatedBy: 'baseline',
        },
      ],
    },
  ],
  accepted: [
    { name: 'the star itself', given: held([allow('s3:GetObject', '*')]) },
    {
      name: 'the objects of one bucket',
      given: held([allow('s3:GetObject', 'arn:aws:s3:::assets/*')]),
    },
    {
      name: 'buckets whose names begin alike',
      given: held([allow('s3:*', 'arn:aws:s3:::checkout-*')]),
    },
    {
      name: 'every table of one Region',
      given: held([
        allow('dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:*:table/*'),
      ]),
    },
    {
      name: 'every role of another account',
      given: held([
        allow('sts:AssumeRole', 'arn:aws:iam::444455556666:role/*'),
      ]),
    },
    {
      name: 'every resource of a type that no action of the statement takes',
      given: held([allow('s3:GetObject', 'arn:aws:sqs:*:*:*')]),
    },
    {
      name: '`NotResource` is a rule of its own',
      given: held([allow('s3:GetObject', { not: 'arn:aws:s3:::payroll/*' })]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('iam:*', 'arn:aws:iam::*:*')]),
    },
  ],
};

function every(resources: readonly string[], ...types: string[]) {
  return {
    message: 'types',
    data: { resources, types },
    at: AT,
    severity: 'medium',
  } as const;
}
