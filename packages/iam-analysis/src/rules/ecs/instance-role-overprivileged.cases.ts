import { allow, deny, held, heldByHost, ofInstanceRole } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { instanceRoleOverprivileged } from './instance-role-overprivileged';

const AGENT = 'AmazonEC2ContainerServiceforEC2Role';
const SSM = 'AmazonSSMManagedInstanceCore';
const CLOUD_WATCH = 'CloudWatchAgentServerPolicy';
const poll = allow(['ecs:DiscoverPollEndpoint', 'ecs:Poll']);
const MANAGED_INSTANCES = 'AmazonECSInstanceRolePolicyForManagedInstances';

export const cases: RuleCases<typeof instanceRoleOverprivileged> = {
  flagged: [
    {
      name: 'every bucket, as AWS documents it for a configuration file of the agent',
      given: held([poll, allow(['s3:GetObject', 's3:ListBucket'])]),
      context: ofInstanceRole,
      expect: [
        {
          message: 'beyond',
          data: { actions: ['s3:GetObject', 's3:ListBucket'], granted: ['*'] },
          at: 'inline:app#/Statement/1',
        },
      ],
    },
    {
      name: 'an application table',
      given: held([
        poll,
        allow(
          ['dynamodb:GetItem', 'dynamodb:PutItem'],
          'arn:aws:dynamodb:eu-west-1:111122223333:table/carts',
        ),
      ]),
      context: ofInstanceRole,
      expect: [
        {
          message: 'beyond',
          data: {
            actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
            granted: ['arn:aws:dynamodb:eu-west-1:111122223333:table/carts'],
          },
          at: 'inline:app#/Statement/1',
        },
      ],
    },
    {
      name: 'an administrator',
      given: held([allow('*')]),
      context: ofInstanceRole,
      expect: [
        {
          message: 'administrator',
          data: { role: 'ecsInstanceRole' },
          at: 'inline:app#/Statement/0',
        },
      ],
    },
    {
      name: 'every parameter, which the agent of Systems Manager may read, in reach of containers: medium',
      given: { ...heldByHost([SSM]), imdsReached: true },
      context: ofInstanceRole,
      expect: [
        {
          message: 'parameters',
          data: { actions: ['ssm:GetParameter', 'ssm:GetParameters'] },
          at: 'managed:AmazonSSMManagedInstanceCore#/Statement/0',
          severity: 'medium',
        },
      ],
    },
    {
      name: 'mitigated: a Deny of all of it',
      given: held([poll, allow('sqs:SendMessage'), deny('sqs:*')]),
      context: ofInstanceRole,
      expect: [
        {
          message: 'beyond',
          data: { actions: ['sqs:SendMessage'], granted: ['*'] },
          at: 'inline:app#/Statement/1',
          mitigatedBy: 'deny',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'the managed policies of AWS for hosts',
      given: heldByHost([AGENT, SSM, CLOUD_WATCH, MANAGED_INSTANCES]),
      context: ofInstanceRole,
    },
    {
      name: 'every parameter, where containers are not known to reach the metadata service',
      given: { ...heldByHost([AGENT, SSM]), imdsReached: false },
      context: ofInstanceRole,
    },
    {
      name: 'parameters of the CloudWatch agent, in reach of containers',
      given: { ...heldByHost([AGENT, CLOUD_WATCH]), imdsReached: true },
      context: ofInstanceRole,
    },
    {
      name: 'the smallest policy of an agent',
      given: held([
        allow('ecs:DiscoverPollEndpoint'),
        allow(
          [
            'ecs:RegisterContainerInstance',
            'ecs:SubmitTaskStateChange',
            'ecs:SubmitAttachmentStateChanges',
          ],
          'arn:aws:ecs:eu-west-1:111122223333:cluster/prod-eu',
        ),
        allow(
          ['ecs:Poll', 'ecs:StartTelemetrySession'],
          'arn:aws:ecs:eu-west-1:111122223333:container-instance/prod-eu/*',
        ),
      ]),
      context: ofInstanceRole,
    },
    {
      name: 'pulling images and writing logs, which the agent does for tasks without an execution role',
      given: heldByHost(
        [AGENT],
        [allow(['ecr:BatchGetImage', 'logs:CreateLogGroup'])],
      ),
      context: ofInstanceRole,
    },
  ],
};
