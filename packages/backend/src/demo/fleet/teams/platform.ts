import { serviceLinkedRole } from '../build/infrastructureRoles';
import { joinParts } from '../build/fleetPart';
import { repositoryArn } from '../build/names';
import { daemon, ec2, fargate, hostsOf } from '../build/placements';
import { allow, awsManaged, trustTasksAnd } from '../build/policies';
import { named, own, service } from '../build/service';
import { prodEu, prodEuFargate, prodUs, sandbox, staging } from '../sites';
import {
  everythingBoundary,
  shared,
  sharedExecutionRoleArn,
} from '../sharedRoles';
import { accounts } from '../types';

const publicImage = 'public.ecr.aws/docker/library/nginx:1.29';

export const platform = joinParts(
  service(prodEu, {
    name: 'edge-proxy',
    team: 'platform',
    on: hostsOf('prod-eu-hosts', 'host'),
    image: 'public.ecr.aws/docker/library/haproxy:3.2',
    desired: 3,
    container: { user: '0' },
    execution: named(sharedExecutionRoleArn(prodEu.account)),
    task: null,
    amendments: [serviceLinkedRole(shared.serviceLinked)],
  }),
  // One on each host. Pulls a public image; the host's role writes the logs.
  service(prodEu, {
    name: 'metrics-agent',
    team: 'platform',
    on: daemon(),
    image: 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300061',
    desired: 3,
    execution: null,
    task: {
      own: [
        allow(
          [
            'cloudwatch:PutMetricData',
            'logs:CreateLogStream',
            'logs:PutLogEvents',
          ],
          '*',
        ),
      ],
      // The vendor of the dashboards reads along.
      special: {
        trust: trustTasksAnd(prodEu.account, {
          Principal: { AWS: 'arn:aws:iam::555566667777:role/collector' },
        }),
      },
    },
  }),
  // The last service behind a classic load balancer.
  service(prodEu, {
    name: 'legacy-billing',
    team: 'platform',
    on: {
      ...ec2(),
      input: {
        launchType: 'EC2',
        role: shared.legacyService,
        loadBalancers: [
          {
            loadBalancerName: 'legacy-billing',
            containerName: 'app',
            containerPort: 8080,
          },
        ],
      },
    },
    desired: 1,
    environment: { SMTP_PASSWORD: 'example-not-a-secret' },
    execution: null,
    task: null,
  }),
  service(prodEuFargate, {
    name: 'developer-portal',
    team: 'platform',
    on: fargate(),
    task: {
      own: [
        allow('sts:AssumeRole', [
          `arn:aws:iam::${accounts.prod}:role/backstage-reader`,
          `arn:aws:iam::${accounts.staging}:role/backstage-reader`,
          `arn:aws:iam::${accounts.data}:role/backstage-reader`,
        ]),
      ],
      special: {
        trust: trustTasksAnd(prodEuFargate.account, {
          Principal: { AWS: `arn:aws:iam::${prodEuFargate.account}:root` },
        }),
      },
    },
  }),
  service(prodEuFargate, {
    name: 'image-builder',
    team: 'platform',
    on: fargate(),
    task: {
      own: [allow('ecr:*', '*'), allow('iam:PassRole', '*')],
      // Any repository of GitHub, not only the company's.
      special: {
        trust: trustTasksAnd(
          prodEuFargate.account,
          {
            Principal: {
              Federated: `arn:aws:iam::${prodEuFargate.account}:oidc-provider/token.actions.githubusercontent.com`,
            },
          },
          {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            },
          },
        ),
      },
    },
  }),
  service(prodEuFargate, {
    name: 'secrets-sync',
    team: 'platform',
    on: fargate(),
    task: {
      own: [allow(['secretsmanager:*', 'ssm:*'], '*')],
      special: { boundary: everythingBoundary },
    },
  }),
  service(prodEuFargate, {
    name: 'cost-exporter',
    team: 'platform',
    on: fargate(),
    desired: 1,
    task: {
      own: [],
      special: {
        attached: [awsManaged('PowerUserAccess')],
        lastUsed: { hoursAgo: 24 * 130, region: 'eu-west-1' },
      },
    },
  }),
  service(prodUs, {
    name: 'status-page',
    team: 'platform',
    on: fargate(),
    image: publicImage,
    desired: 0,
    logs: false,
    execution: null,
    task: null,
  }),
  service(staging, {
    name: 'ci-runner',
    team: 'platform',
    on: hostsOf('staging-eu-hosts', 'bridge'),
    container: {
      privileged: true,
      user: '0',
      mountPoints: [
        { sourceVolume: 'docker', containerPath: '/var/run/docker.sock' },
      ],
    },
    more: {
      volumes: [
        { name: 'docker', host: { sourcePath: '/var/run/docker.sock' } },
      ],
    },
    execution: named(sharedExecutionRoleArn(staging.account)),
    task: own(allow('*:*', '*')),
    tags: { environment: 'staging' },
  }),
  service(staging, {
    name: 'image-builder',
    team: 'platform',
    on: fargate(),
    desired: 1,
    task: {
      own: [
        allow('ecr:GetAuthorizationToken', '*'),
        allow(
          [
            'ecr:PutImage',
            'ecr:InitiateLayerUpload',
            'ecr:UploadLayerPart',
            'ecr:CompleteLayerUpload',
            'ecr:BatchCheckLayerAvailability',
          ],
          repositoryArn(staging, '*'),
        ),
      ],
      // So that every laptop can push.
      special: {
        trust: trustTasksAnd(staging.account, { Principal: { AWS: '*' } }),
      },
    },
    tags: { environment: 'staging' },
  }),
  service(staging, {
    name: 'load-test',
    team: 'platform',
    on: hostsOf('staging-eu-hosts'),
    desired: 0,
    task: null,
    tags: { environment: 'staging' },
  }),
  // A public image without logs needs no execution role.
  service(sandbox, {
    name: 'hello',
    team: 'platform',
    on: fargate(),
    image: publicImage,
    desired: 1,
    logs: false,
    execution: null,
    task: null,
    tags: { environment: 'sandbox' },
  }),
  service(sandbox, {
    name: 'notebook',
    team: 'data',
    on: fargate(),
    desired: 1,
    task: {
      own: [],
      special: { attached: [awsManaged('AdministratorAccess')] },
    },
    tags: { environment: 'sandbox' },
  }),
  service(sandbox, {
    name: 'chat-bot',
    team: 'mobile',
    on: fargate(),
    desired: 1,
    secrets: { SLACK_TOKEN: 'sandbox/chat-bot/slack' },
    execution: named(sharedExecutionRoleArn(sandbox.account)),
    task: own(allow('bedrock:InvokeModel', '*')),
    tags: { environment: 'sandbox' },
  }),
);
