import { serviceLinkedRole } from '../build/infrastructureRoles';
import { joinParts } from '../build/fleetPart';
import { parameterArn, repositoryArn, secretArn } from '../build/names';
import { publicAddress } from '../build/networks';
import { daemon, ec2, fargate, fargateOf, hostsOf } from '../build/placements';
import { allow, awsManaged, policy, trustTasksAnd } from '../build/policies';
import { besides, named, own } from '../build/roleChoice';
import { role, roleArn } from '../build/role';
import { service } from '../build/service';
import { awslogs } from '../build/taskDefinition';
import {
  prodEu,
  prodEuFargate,
  prodUs,
  prodUsManaged,
  sandbox,
  staging,
} from '../sites';
import {
  everythingBoundary,
  shared,
  sharedExecutionRoleArn,
} from '../sharedRoles';
import { accounts } from '../types';

const publicImage = 'public.ecr.aws/docker/library/nginx:1.29';
const agentImage = 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300061';

/** A copy of an image of Docker Hub, which ECR makes when it is first pulled. */
const docsSite = joinParts(
  {
    pullThroughCaches: [
      {
        account: prodEuFargate.account,
        region: prodEuFargate.region,
        prefix: 'docker-hub',
        upstream: 'registry-1.docker.io',
      },
    ],
  },
  service(prodEuFargate, {
    name: 'docs-site',
    team: 'platform',
    on: fargate(),
    image: `${prodEuFargate.account}.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx:1.29`,
    execution: besides(
      allow(
        ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'],
        repositoryArn(prodEuFargate, 'docker-hub/*'),
      ),
    ),
    task: null,
  }),
);

const traces = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:GetSamplingStatisticSummaries',
];

/** On each host of Managed Instances, beside whatever runs there. */
function hostTelemetry() {
  const { account, region, cluster } = prodUsManaged;
  const name = 'host-telemetry';
  const task = role(account, `${name}-task`, {
    inline: {
      telemetry: policy(
        allow(
          [
            'cloudwatch:PutMetricData',
            'ec2:DescribeVolumes',
            'ec2:DescribeTags',
            ...traces,
          ],
          '*',
        ),
        allow(
          'ssm:GetParameter',
          parameterArn(prodUsManaged, 'AmazonCloudWatch-*'),
        ),
      ),
    },
    tags: { team: 'platform' },
    createdDaysAgo: 90,
    lastUsed: { hoursAgo: 1, region },
  });
  const execution = role(account, `${name}-execution`, {
    attached: [awsManaged('service-role/AmazonECSTaskExecutionRolePolicy')],
    tags: { team: 'platform' },
    createdDaysAgo: 90,
    lastUsed: { hoursAgo: 30, region },
  });
  return joinParts({
    roles: [task, execution],
    daemons: [
      {
        account,
        region,
        cluster,
        name,
        capacityProviders: ['managed-us-general'],
        executeCommand: false,
        taskDefinition: {
          family: name,
          revision: 4,
          taskRoleArn: roleArn(task),
          executionRoleArn: roleArn(execution),
          pidMode: 'shared',
          containerDefinitions: [
            {
              name: 'agent',
              image: agentImage,
              essential: true,
              readonlyRootFilesystem: true,
              user: '10001',
              logConfiguration: awslogs(prodUsManaged, name),
            },
          ],
        },
      },
    ],
  });
}

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
  // AWS FIS lets it fail on purpose, by way of Systems Manager.
  service(staging, {
    name: 'load-test',
    team: 'platform',
    on: hostsOf('staging-eu-hosts'),
    desired: 0,
    more: { enableFaultInjection: true },
    sidecars: [
      {
        name: 'amazon-ssm-agent',
        image: 'public.ecr.aws/amazon-ssm-agent/amazon-ssm-agent:3.3',
        essential: false,
        readonlyRootFilesystem: true,
        user: '10001',
        environment: [
          { name: 'MANAGED_INSTANCE_ROLE_NAME', value: 'fis-managed-instance' },
        ],
        logConfiguration: awslogs(staging, 'load-test'),
      },
    ],
    task: own(
      allow(['ssm:CreateActivation', 'ssm:AddTagsToResource'], '*'),
      allow(
        'iam:PassRole',
        `arn:aws:iam::${staging.account}:role/fis-managed-instance`,
        { StringEquals: { 'iam:PassedToService': 'ssm.amazonaws.com' } },
      ),
    ),
    tags: { environment: 'staging' },
  }),
  // Takes away environments that nobody looks at. What the hosts may do seemed just right for it.
  service(staging, {
    name: 'preview-cleaner',
    team: 'platform',
    on: fargate(),
    desired: 1,
    task: named(`arn:aws:iam::${staging.account}:role/staging-hosts-old`),
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
