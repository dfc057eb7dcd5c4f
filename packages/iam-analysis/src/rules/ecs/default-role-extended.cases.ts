import { allow, deny, held } from '../caseBuilders';
import { roleArn } from '../../testUtils';
import type { RoleSlot } from '../../ecs/slots';
import type { RuleCases } from '../testRule';
import type { defaultRoleExtended } from './default-role-extended';

const AT = 'inline:app#/Statement/0';
const PULLS = allow([
  'ecr:GetAuthorizationToken',
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
]);
const QUEUE = allow(
  ['sqs:SendMessage', 'sqs:ReceiveMessage'],
  'arn:aws:sqs:eu-west-1:111122223333:orders',
);

export const cases: RuleCases<typeof defaultRoleExtended> = {
  flagged: [
    {
      name: 'the default execution role with a queue of an application',
      given: held([QUEUE, PULLS]),
      context: inSlot('execution', 'ecsTaskExecutionRole'),
      expect: [
        extended(AT, 'ecsTaskExecutionRole', [
          'sqs:ReceiveMessage',
          'sqs:SendMessage',
        ]),
      ],
    },
    {
      name: 'the default instance role with two services, by two statements: one finding',
      given: held([QUEUE, allow('dynamodb:GetItem'), PULLS]),
      context: inSlot('instance', 'ecsInstanceRole'),
      expect: [
        extended('', 'ecsInstanceRole', [
          'dynamodb:GetItem',
          'sqs:ReceiveMessage',
          'sqs:SendMessage',
        ]),
      ],
    },
  ],
  accepted: [
    {
      name: 'the default execution role with what ECS needs',
      given: held([PULLS]),
      context: inSlot('execution', 'ecsTaskExecutionRole'),
    },
    {
      name: 'a secret, which is for the execution role to read',
      given: held([
        PULLS,
        allow(
          'secretsmanager:GetSecretValue',
          'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-AbCdEf',
        ),
      ]),
      context: inSlot('execution', 'ecsTaskExecutionRole'),
    },
    {
      name: 'the default instance role with what Systems Manager needs on hosts',
      given: held([
        PULLS,
        allow(['ssm:UpdateInstanceInformation', 'ssmmessages:*']),
      ]),
      context: inSlot('instance', 'ecsInstanceRole'),
    },
    {
      name: 'an execution role of an application, by a name like the default',
      given: held([QUEUE, PULLS]),
      context: inSlot('execution', 'ecsTaskExecutionRole-orders'),
    },
    {
      name: 'a Deny takes the queue away again',
      given: held([QUEUE, PULLS, deny('sqs:*')]),
      context: inSlot('execution', 'ecsTaskExecutionRole'),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
      context: inSlot('instance', 'ecsInstanceRole'),
    },
  ],
};

function inSlot(slot: RoleSlot, name: string) {
  return {
    slot,
    role: { arn: roleArn(name), accountId: '111122223333', name },
  };
}

function extended(at: string, role: string, actions: string[]) {
  return { message: 'extended', data: { role, actions }, at } as const;
}
