import { serviceLinkedRole } from '../../build/infrastructureRoles';
import { joinParts } from '../../build/fleetPart';
import { secretArn } from '../../build/names';
import { publicAddress } from '../../build/networks';
import {
  daemon,
  fargate,
  fargateOf,
  hostsOf,
  ec2,
} from '../../build/placements';
import { allow, awsManaged, trustTasksAnd } from '../../build/policies';
import { besides, named } from '../../build/roleChoice';
import { service } from '../../build/service';
import { prodEu, prodEuFargate, prodUs } from '../../sites';
import {
  everythingBoundary,
  shared,
  sharedExecutionRoleArn,
} from '../../sharedRoles';
import { accounts } from '../../types';
import { docsSite } from './docsSite';
import { hostTelemetry } from './hostTelemetry';
import { agentImage, publicImage } from './images';
import { sandboxServices } from './sandbox';
import { platformStaging } from './staging';

export const platform = joinParts(
  docsSite,
  hostTelemetry(),
  service(prodEu, {
    name: 'edge-proxy',
    team: 'platform',
    on: hostsOf('prod-eu-hosts', 'host'),
    image: 'public.ecr.aws/docker/library/haproxy:3.2',
    desired: 3,
    container: {
      user: '0',
      linuxParameters: { capabilities: { add: ['NET_ADMIN', 'NET_RAW'] } },
    },
    execution: named(sharedExecutionRoleArn(prodEu.account)),
    task: null,
    amendments: [serviceLinkedRole(shared.serviceLinked)],
  }),
  // One on each host. Pulls a public image; the host's role writes the logs.
  service(prodEu, {
    name: 'metrics-agent',
    team: 'platform',
    on: daemon(),
    image: agentImage,
    desired: 3,
    execution: null,
    more: { pidMode: 'host' },
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
        // Copied from the role of the hosts.
        allow(
          ['ecs:DiscoverPollEndpoint', 'ecs:Poll', 'ecs:StartTelemetrySession'],
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
    environment: {
      SMTP_PASSWORD: 'example-not-a-secret',
      AWS_ACCESS_KEY_ID: 'example-not-a-secret',
      AWS_SECRET_ACCESS_KEY: 'example-not-a-secret',
    },
    // Its two processes speak through shared memory.
    more: { ipcMode: 'host' },
    execution: null,
    task: null,
  }),
  service(prodEuFargate, {
    name: 'developer-portal',
    team: 'platform',
    on: fargate(),
    secrets: { GITHUB_TOKEN: 'platform/developer-portal/github' },
    // As CDK writes it.
    execution: besides(
      allow(
        ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
        secretArn(prodEuFargate, 'platform/developer-portal/github'),
      ),
    ),
    more: {
      volumes: [
        {
          name: 'techdocs',
          efsVolumeConfiguration: { fileSystemId: 'fs-0de40000000000004' },
        },
      ],
    },
    container: {
      mountPoints: [{ sourceVolume: 'techdocs', containerPath: '/techdocs' }],
    },
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
    on: fargateOf('1.3.0'),
    amendments: [publicAddress()],
    image: publicImage,
    desired: 0,
    logs: false,
    execution: null,
    task: null,
  }),
  platformStaging,
  sandboxServices,
);
