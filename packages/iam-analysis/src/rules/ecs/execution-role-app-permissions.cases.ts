import { aNeed, needsOf } from '../../testUtils';
import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { executionRoleAppPermissions } from './execution-role-app-permissions';

const ORDERS = 'arn:aws:sns:eu-west-1:111122223333:orders';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';

export const cases: RuleCases<typeof executionRoleAppPermissions> = {
  flagged: [
    {
      name: 'calls of the application that neither read nor write data',
      given: held([
        allow(['ssmmessages:OpenDataChannel', 'ecs:DescribeTasks']),
        allow('sns:Publish', ORDERS),
      ]),
      expect: [
        found('held', ['ecs:DescribeTasks', 'ssmmessages:OpenDataChannel']),
        {
          ...found('held', ['sns:Publish'], [ORDERS]),
          at: 'inline:app#/Statement/1',
        },
      ],
    },
    {
      name: 'writing into a table: high',
      given: held([allow('dynamodb:PutItem', TABLE)]),
      expect: [found('data', ['dynamodb:PutItem'], [TABLE])],
    },
    {
      name: 'reading a queue: high',
      given: held([allow('sqs:ReceiveMessage')]),
      expect: [found('data', ['sqs:ReceiveMessage'])],
    },
    {
      name: 'assuming and passing roles: high',
      given: held([allow(['sts:AssumeRole', 'iam:PassRole', 's3:PutObject'])]),
      expect: [
        found('permissions', [
          'iam:PassRole',
          's3:PutObject',
          'sts:AssumeRole',
        ]),
      ],
    },
    {
      name: 'a whole service beside what ECS reads',
      given: held([allow(['sqs:*', 'ecr:GetAuthorizationToken'])]),
      expect: [found('permissions', ['sqs:*'])],
    },
    {
      name: 'of a role whose needs are known, the same',
      given: {
        ...held([allow(['ecr:BatchGetImage', 's3:PutObject'])]),
        needs: needsOf([aNeed()]),
      },
      expect: [found('data', ['s3:PutObject'])],
    },
    {
      name: 'within a boundary that does not have it: mitigated',
      given: held([allow('dynamodb:GetItem')], [allow(['ecr:*', 'logs:*'])]),
      expect: [
        { ...found('data', ['dynamodb:GetItem']), mitigatedBy: 'boundary' },
      ],
    },
    {
      name: 'a Deny leaves a part of it',
      given: held([
        allow(['sqs:SendMessage', 'sns:Publish']),
        deny('sqs:SendMessage'),
      ]),
      expect: [found('held', ['sns:Publish'])],
    },
  ],
  accepted: [
    {
      name: 'what ECS does with an execution role, whether or not a task asks for it',
      given: held([
        allow([
          'ecr:GetAuthorizationToken',
          'ecr:BatchGetImage',
          'ecr:GetDownloadUrlForLayer',
          'logs:CreateLogStream',
          'logs:CreateLogGroup',
          'logs:PutLogEvents',
          'ssm:GetParameters',
          'secretsmanager:GetSecretValue',
          'kms:Decrypt',
          's3:GetObject',
          's3:GetBucketLocation',
          'fsx:DescribeFileSystems',
        ]),
      ]),
    },
    {
      name: 'what the CDK adds beside a secret: `ecs.tool-shaped-excess` speaks of it',
      given: held([
        allow(
          ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
          'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-Ab12Cd',
        ),
      ]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function found(
  message: 'held' | 'data' | 'permissions',
  actions: readonly string[],
  granted: readonly string[] = ['*'],
) {
  return {
    message,
    data: { actions, granted },
    at: 'inline:app#/Statement/0',
    ...(message === 'held' ? {} : ({ severity: 'high' } as const)),
  } as const;
}
