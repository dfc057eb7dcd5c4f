import { aNeed, needsOf } from '../../testUtils';
import { baselinePolicies } from '../../ecs/baselinePolicies';
import type { RoleSlot } from '../../ecs/slots';
import { allow, deny, held, heldBy, policy } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { excessPermission } from './excess-permission';

const AT = 'inline:app#/Statement/0';
const ECR = 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/checkout';
const GROUP = 'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/checkout';
const BUCKET = 'arn:aws:s3:::shop-config';
const BUCKETS = 'arn:aws:s3:::shop-*/*';
const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod-eu';
const HOSTS = 'arn:aws:ecs:eu-west-1:111122223333:container-instance/prod-eu/*';
const accountId = '111122223333';

const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

// Of the volumes that ECS manages, as in the policy of AWS.
const MANAGED = {
  StringEquals: { 'aws:ResourceTag/AmazonECSManaged': 'true' },
};

const token = aNeed({
  actions: ['ecr:GetAuthorizationToken'],
  resources: ['*'],
});
const needs = needsOf([token, aNeed()]);
const needsWithLogs = needsOf([
  token,
  aNeed(),
  aNeed({
    row: 'E7',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [`${GROUP}:log-stream:*`],
  }),
]);
const file = aNeed({
  row: 'E11',
  actions: ['s3:GetObject'],
  resources: [`${BUCKET}/checkout.env`],
});
const ofHost = needsOf([
  aNeed({
    row: 'I1',
    actions: ['ecs:DiscoverPollEndpoint'],
    resources: ['*'],
  }),
  aNeed({
    row: 'I1',
    actions: [
      'ecs:RegisterContainerInstance',
      'ecs:SubmitAttachmentStateChanges',
      'ecs:SubmitTaskStateChange',
    ],
    resources: [CLUSTER],
  }),
  aNeed({
    row: 'I1',
    actions: ['ecs:Poll', 'ecs:StartTelemetrySession'],
    resources: [HOSTS],
  }),
]);

export const cases: RuleCases<typeof excessPermission> = {
  flagged: [
    {
      name: 'making log groups, which no log driver asks for: it writes, so medium',
      given: { ...held([allow('logs:CreateLogGroup', `${GROUP}:*`)]), needs },
      expect: [
        {
          message: 'unneeded',
          data: { actions: ['logs:CreateLogGroup'], granted: [`${GROUP}:*`] },
          at: AT,
          severity: 'medium',
        },
      ],
    },
    {
      name: 'where buckets lie, which no task asks for: low',
      given: { ...held([allow('s3:GetBucketLocation', BUCKET)]), needs },
      expect: [
        {
          message: 'unneeded',
          data: { actions: ['s3:GetBucketLocation'], granted: [BUCKET] },
          at: AT,
        },
      ],
    },
    {
      name: 'files of many buckets, where one is named: it reads data, so medium',
      given: {
        ...held([allow('s3:GetObject', BUCKETS)]),
        needs: needsOf([file]),
      },
      expect: [
        {
          message: 'wider',
          data: {
            actions: ['s3:GetObject'],
            granted: [BUCKETS],
            needed: [`${BUCKET}/checkout.env`],
          },
          at: AT,
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a Deny takes it away: mitigated',
      given: {
        ...held([allow('s3:GetObject', BUCKETS), deny('s3:*')]),
        needs: needsOf([file]),
      },
      expect: [
        {
          message: 'wider',
          data: {
            actions: ['s3:GetObject'],
            granted: [BUCKETS],
            needed: [`${BUCKET}/checkout.env`],
          },
          at: AT,
          severity: 'medium',
          mitigatedBy: 'deny',
        },
      ],
    },
    {
      name: 'the policy of AWS, for a task that pulls one image and writes no logs',
      given: {
        ...ofAws('execution', 'AmazonECSTaskExecutionRolePolicy'),
        needs,
      },
      expect: [
        {
          message: 'least',
          data: {
            kept: [{ actions: PULL, resources: [ECR] }],
            unneeded: [
              'ecr:BatchCheckLayerAvailability',
              'logs:CreateLogStream',
              'logs:PutLogEvents',
            ],
            statements: [
              'managed:AmazonECSTaskExecutionRolePolicy#/Statement/0',
            ],
          },
          at: 'managed:AmazonECSTaskExecutionRolePolicy#/Statement/0',
        },
      ],
    },
    {
      name: 'two statements within the policy of AWS: one finding',
      given: {
        ...held([
          allow(PULL),
          allow(['logs:CreateLogStream', 'logs:PutLogEvents']),
        ]),
        needs: needsWithLogs,
      },
      expect: [
        {
          message: 'least',
          data: {
            kept: [
              { actions: PULL, resources: [ECR] },
              {
                actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                resources: [`${GROUP}:log-stream:*`],
              },
            ],
            unneeded: [],
            statements: [AT, 'inline:app#/Statement/1'],
          },
          at: AT,
        },
      ],
    },
    {
      name: 'the policy of AWS for hosts, of a cluster whose tasks have execution roles',
      given: {
        ...held([
          allow([
            'ecs:CreateCluster',
            'ecs:DiscoverPollEndpoint',
            'ecs:Poll',
            'ecs:RegisterContainerInstance',
            'ecs:StartTelemetrySession',
            'ecs:SubmitTaskStateChange',
          ]),
        ]),
        needs: ofHost,
      },
      context: { slot: 'instance' },
      expect: [
        {
          message: 'least',
          data: {
            kept: [
              {
                actions: ['ecs:Poll', 'ecs:StartTelemetrySession'],
                resources: [HOSTS],
              },
              {
                actions: [
                  'ecs:RegisterContainerInstance',
                  'ecs:SubmitTaskStateChange',
                ],
                resources: [CLUSTER],
              },
            ],
            unneeded: ['ecs:CreateCluster'],
            statements: [AT],
          },
          at: AT,
        },
      ],
    },
    {
      name: 'the policy of AWS, and what tasks do is not known: the kinds of things to name',
      given: ofAws('execution', 'AmazonECSTaskExecutionRolePolicy'),
      expect: [
        {
          message: 'anyAccount',
          data: {
            things: [
              {
                thing: 'repositories',
                actions: [
                  'ecr:BatchCheckLayerAvailability',
                  'ecr:BatchGetImage',
                  'ecr:GetDownloadUrlForLayer',
                ],
              },
              {
                thing: 'log-groups',
                actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              },
            ],
            patterns: [],
            accountId,
            statements: [
              'managed:AmazonECSTaskExecutionRolePolicy#/Statement/0',
            ],
          },
          at: 'managed:AmazonECSTaskExecutionRolePolicy#/Statement/0',
        },
      ],
    },
    {
      name: 'volumes of any account and region',
      given: held([
        allow('ec2:AttachVolume', 'arn:aws:ec2:*:*:instance/*'),
        allow('ec2:AttachVolume', 'arn:aws:ec2:*:*:volume/*', MANAGED),
      ]),
      context: { slot: 'infrastructure-volumes' },
      expect: [
        {
          message: 'anyAccount',
          data: {
            things: [],
            patterns: [
              'arn:aws:ec2:*:*:instance/*',
              'arn:aws:ec2:*:*:volume/*',
            ],
            accountId,
            statements: [AT, 'inline:app#/Statement/1'],
          },
          at: AT,
        },
      ],
    },
    {
      name: 'CodeDeploy, with the policy of AWS',
      given: ofAws('code-deploy', 'AWSCodeDeployRoleForECS'),
      context: { slot: 'code-deploy' },
      expect: [
        {
          message: 'anyAccount',
          data: {
            things: [
              { thing: 'alarms', actions: ['cloudwatch:DescribeAlarms'] },
              {
                thing: 'services',
                actions: [
                  'ecs:CreateTaskSet',
                  'ecs:DeleteTaskSet',
                  'ecs:DescribeServices',
                  'ecs:UpdateServicePrimaryTaskSet',
                ],
              },
              {
                thing: 'listeners',
                actions: ['elasticloadbalancing:ModifyListener'],
              },
              {
                thing: 'listener-rules',
                actions: ['elasticloadbalancing:ModifyRule'],
              },
              { thing: 'functions', actions: ['lambda:InvokeFunction'] },
              {
                thing: 'objects',
                actions: ['s3:GetObject', 's3:GetObjectVersion'],
              },
              { thing: 'topics', actions: ['sns:Publish'] },
              { thing: 'roles-of-ecs-tasks', actions: ['iam:PassRole'] },
            ],
            patterns: [],
            accountId,
            statements: [
              'managed:AWSCodeDeployRoleForECS#/Statement/0',
              'managed:AWSCodeDeployRoleForECS#/Statement/1',
            ],
          },
          at: 'managed:AWSCodeDeployRoleForECS#/Statement/0',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'just what is needed',
      given: {
        ...held([
          allow('ecr:GetAuthorizationToken'),
          allow(PULL, ECR),
          allow(
            ['logs:CreateLogStream', 'logs:PutLogEvents'],
            `${GROUP}:log-stream:*`,
          ),
        ]),
        needs: needsWithLogs,
      },
    },
    {
      name: 'less than is needed: `ecs.missing-permission` speaks of it',
      given: { ...held([allow('ecr:GetAuthorizationToken')]), needs },
    },
    {
      name: 'repositories by name, and what tasks do is not known',
      given: held([allow(PULL, ECR), allow('s3:GetObject', `${BUCKET}/*`)]),
    },
    {
      name: 'volumes of the account in one region',
      given: held([
        allow(
          'ec2:AttachVolume',
          'arn:aws:ec2:eu-west-1:111122223333:volume/*',
          MANAGED,
        ),
      ]),
      context: { slot: 'infrastructure-volumes' },
    },
    {
      name: 'what AWS grants, and a Deny takes away',
      given: { ...held([allow(PULL), deny('ecr:*')]), needs },
    },
    {
      name: 'permissions of the application: `ecs.execution-role-app-permissions` speaks of them',
      given: { ...held([allow('dynamodb:GetItem')]), needs },
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: { ...held([allow('*')]), needs },
    },
  ],
};

function ofAws(slot: RoleSlot, name: string) {
  const found = baselinePolicies(slot).find(each => each.name === name);
  return heldBy([policy(`managed:${name}`, JSON.stringify(found?.document))]);
}
