import { lattice, serviceConnectTls } from '../build/infrastructureRoles';
import { joinParts } from '../build/fleetPart';
import { logGroupArn, secretArn, tableArn } from '../build/names';
import { fargate } from '../build/placements';
import {
  allow,
  awsManaged,
  trustService,
  trustTasksAnd,
} from '../build/policies';
import { besides, named, own } from '../build/roleChoice';
import { service } from '../build/service';
import { awslogs } from '../build/taskDefinition';
import { prodEuFargate, prodUs, staging } from '../sites';
import { latticeTargets, shared, sharedExecutionRoleArn } from '../sharedRoles';

const vendorRegistry = 'mobile/crash-reporter/registry';

/** The vendor's image, from the vendor's registry. */
const crashReporter = joinParts(
  {
    secrets: [
      {
        account: prodUs.account,
        region: prodUs.region,
        kind: 'secret',
        name: vendorRegistry,
        key: null,
      },
    ],
  },
  service(prodUs, {
    name: 'crash-reporter',
    team: 'mobile',
    on: fargate(),
    image: 'registry.example.com/vendor/crash-reporter:4.1',
    container: {
      repositoryCredentials: { credentialsParameter: vendorRegistry },
    },
    execution: besides(
      allow(
        'secretsmanager:GetSecretValue',
        secretArn(prodUs, vendorRegistry, '??????'),
      ),
    ),
  }),
);

export const mobile = joinParts(
  crashReporter,
  // Express Mode makes load balancer and scaling by itself.
  service(prodUs, {
    name: 'beta-signup',
    team: 'mobile',
    on: fargate(),
    image: 'public.ecr.aws/docker/library/ghost:6.4',
    desired: 1,
    execution: {
      own: [],
      special: {
        attached: [awsManaged('service-role/AmazonECSTaskExecutionRolePolicy')],
      },
    },
    task: own(allow('dynamodb:PutItem', tableArn(prodUs, 'beta-signups'))),
    expressRole: shared.express,
  }),
  service(prodUs, {
    name: 'mobile-bff',
    team: 'mobile',
    on: fargate(),
    desired: 10,
    revision: 112,
    // The proxy of Service Connect keeps logs of its own.
    execution: besides(
      allow(
        ['logs:CreateLogStream', 'logs:PutLogEvents'],
        logGroupArn(prodUs, '/ecs/mobile-bff-proxy'),
      ),
    ),
    task: own(
      allow(
        'execute-api:Invoke',
        `arn:aws:execute-api:us-east-1:${prodUs.account}:de40000000/prod/*`,
      ),
    ),
    amendments: [
      serviceConnectTls('http', {
        roleArn: shared.serviceConnect,
        caArn: `arn:aws:acm-pca:us-east-1:${prodUs.account}:certificate-authority/00000000-0000-4000-8000-00000000de40`,
        logs: awslogs(prodUs, 'mobile-bff-proxy'),
      }),
    ],
  }),
  service(prodUs, {
    name: 'push-notifications',
    team: 'mobile',
    on: fargate(),
    desired: 3,
    secrets: { APNS_KEY: 'mobile/push/apns' },
    environment: { FCM_API_KEY: 'example-not-a-secret' },
    gateway: {
      arn: `arn:aws:ecs:us-east-1:${prodUs.account}:gateway/mobile`,
      role: shared.gateway,
    },
    execution: named(sharedExecutionRoleArn(prodUs.account)),
    task: {
      own: [allow('sns:*', '*')],
      special: {
        trust: trustTasksAnd(
          prodUs.account,
          { Principal: '*' },
          { StringEquals: { 'aws:PrincipalOrgID': 'o-de40000000' } },
        ),
      },
    },
  }),
  service(prodUs, {
    name: 'device-registry',
    team: 'mobile',
    on: fargate(),
    task: own(
      allow(
        ['dynamodb:GetItem', 'dynamodb:PutItem'],
        tableArn(prodUs, 'devices'),
      ),
    ),
    amendments: [lattice(shared.lattice, latticeTargets)],
  }),
  // Copied from an instance role: ECS cannot assume it.
  service(prodUs, {
    name: 'session-store',
    team: 'mobile',
    on: fargate(),
    running: 0,
    task: {
      own: [
        allow(
          ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
          tableArn(prodUs, 'sessions'),
        ),
      ],
      special: { trust: trustService('ec2.amazonaws.com'), lastUsed: null },
    },
  }),
  service(prodEuFargate, {
    name: 'app-config',
    team: 'mobile',
    on: fargate(),
    task: own(
      allow(
        [
          'appconfig:StartConfigurationSession',
          'appconfig:GetLatestConfiguration',
        ],
        `arn:aws:appconfig:eu-west-1:${prodEuFargate.account}:application/de40000/*`,
      ),
    ),
  }),
  service(prodEuFargate, {
    name: 'media-upload',
    team: 'mobile',
    on: fargate(),
    executeCommand: true,
    // A list of the bucket needs the bucket, not its objects.
    task: own(
      allow(
        ['s3:PutObject', 's3:GetObject', 's3:ListBucket'],
        'arn:aws:s3:::example-uploads/*',
      ),
    ),
  }),
  // Calls no AWS API and has no task role: on Fargate that is fine.
  service(prodEuFargate, {
    name: 'feature-flags',
    team: 'mobile',
    on: fargate(),
    task: null,
  }),
  service(staging, {
    name: 'mobile-bff',
    team: 'mobile',
    on: fargate(),
    desired: 1,
    task: own(allow('*', '*')),
    tags: { environment: 'staging' },
  }),
);
