import { allow, deny, held, heldBy, managed } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { ineffectiveResource } from './ineffective-resource';

const BUCKET = 'arn:aws:s3:::assets';
const OBJECTS = 'arn:aws:s3:::assets/*';
const REPOSITORY = 'arn:aws:ecr:eu-west-1:111122223333:repository/checkout';
const AT = 'inline:app#/Statement/0';

const noObjects = {
  message: 'otherResource',
  data: {
    actions: ['s3:GetObject'],
    resources: [BUCKET],
    takes: [
      'arn:aws:s3:{Region}:{Account}:accesspoint/{AccessPointName}/object/{ObjectName}',
      'arn:aws:s3:::{BucketName}/{ObjectName}',
    ],
  },
  at: AT,
} as const;

export const cases: RuleCases<typeof ineffectiveResource> = {
  flagged: [
    {
      name: 'an action on objects, on the bucket alone',
      given: held([allow('s3:GetObject', BUCKET)]),
      expect: [noObjects],
    },
    {
      name: 'an action on the bucket, on its objects alone',
      given: held([allow(['s3:ListBucket', 's3:GetObject'], OBJECTS)]),
      expect: [
        {
          message: 'otherResource',
          data: {
            actions: ['s3:ListBucket'],
            resources: [OBJECTS],
            takes: [
              'arn:aws:s3:{Region}:{Account}:accesspoint/{AccessPointName}',
              'arn:aws:s3:::{BucketName}',
            ],
          },
          at: AT,
        },
      ],
    },
    {
      name: 'an action that takes no resource',
      given: held([
        allow(['ecr:GetAuthorizationToken', 'ecr:BatchGetImage'], REPOSITORY),
      ]),
      expect: [
        {
          message: 'noResource',
          data: {
            actions: ['ecr:GetAuthorizationToken'],
            resources: [REPOSITORY],
          },
          at: AT,
        },
      ],
    },
    {
      name: 'a resource of another service',
      given: held([
        allow('dynamodb:GetItem', 'arn:aws:sqs:eu-west-1:111122223333:jobs'),
      ]),
      expect: [
        {
          message: 'otherResource',
          data: {
            actions: ['dynamodb:GetItem'],
            resources: ['arn:aws:sqs:eu-west-1:111122223333:jobs'],
            takes: ['arn:aws:dynamodb:{Region}:{Account}:table/{TableName}'],
          },
          at: AT,
        },
      ],
    },
    {
      name: 'another partition',
      given: held([allow('s3:GetObject', 'arn:aws-cn:s3:::assets/*')]),
      expect: [
        {
          ...noObjects,
          data: { ...noObjects.data, resources: ['arn:aws-cn:s3:::assets/*'] },
        },
      ],
    },
    {
      name: 'a name in place of an ARN',
      given: held([allow('s3:GetObject', 'assets')]),
      expect: [
        { ...noObjects, data: { ...noObjects.data, resources: ['assets'] } },
      ],
    },
    {
      name: 'a pattern of which no action reaches anything',
      given: held([allow(['sqs:Send*', 's3:ListBucket'], BUCKET)]),
      expect: [
        {
          message: 'otherResource',
          data: {
            actions: ['sqs:SendMessage'],
            resources: [BUCKET],
            takes: ['arn:aws:sqs:{Region}:{Account}:{QueueName}'],
          },
          at: AT,
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'the bucket and its objects together, for actions on either',
      given: held([
        allow(['s3:ListBucket', 's3:GetObject'], [BUCKET, OBJECTS]),
      ]),
    },
    {
      name: 'a pattern of which some actions reach the bucket',
      given: held([allow('s3:Get*', BUCKET)]),
    },
    {
      name: 'all of a service on one of its resources',
      given: held([allow('ecr:*', REPOSITORY)]),
    },
    {
      name: 'every action on one resource',
      given: held([allow('*', OBJECTS)]),
    },
    {
      name: '`NotAction`, which takes in everything else by intent',
      given: held([allow({ not: 'iam:*' }, OBJECTS)]),
    },
    {
      name: 'an action that takes no resource, on `*`',
      given: held([allow('ecr:GetAuthorizationToken')]),
    },
    {
      name: 'recovery points, whose ARN may be of any service',
      given: held([
        allow(
          'backup:DescribeRecoveryPoint',
          'arn:aws:backup:*:*:recovery-point:*',
        ),
      ]),
    },
    {
      name: 'an action that the catalogue does not know',
      given: held([allow('newservice:Read', OBJECTS)]),
    },
    {
      name: 'an AWS managed policy, which nobody else can correct',
      given: heldBy([
        managed('arn:aws:iam::aws:policy/ExamplePolicy', [
          allow('s3:ListBucket', OBJECTS),
        ]),
      ]),
    },
    {
      name: 'a Deny is `iam.ineffective-deny`',
      given: held([allow('s3:*'), deny('s3:GetObject', BUCKET)]),
    },
  ],
};
