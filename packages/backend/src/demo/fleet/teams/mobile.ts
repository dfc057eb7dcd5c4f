import { lattice, serviceConnectTls } from '../build/infrastructureRoles';
import { joinParts } from '../build/fleetPart';
import { tableArn } from '../build/names';
import { fargate } from '../build/placements';
import { allow, trustService, trustTasksAnd } from '../build/policies';
import { named, own, service } from '../build/service';
import { awslogs } from '../build/taskDefinition';
import { prodEuFargate, prodUs, staging } from '../sites';
import { shared, sharedExecutionRoleArn } from '../sharedRoles';

const usLattice = `arn:aws:vpc-lattice:us-east-1:${prodUs.account}:targetgroup/tg-0de40000000000001`;

export const mobile = joinParts(
  service(prodUs, {
    name: 'mobile-bff',
    team: 'mobile',
    on: fargate(),
    desired: 10,
    revision: 112,
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
        logs: awslogs(prodUs, 'mobile-bff'),
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
    amendments: [lattice(shared.lattice, usLattice)],
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
