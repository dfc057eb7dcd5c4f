import { blueGreen, managedVolume } from '../../build/infrastructureRoles';
import { joinParts } from '../../build/fleetPart';
import { keyArn, secretArn, tableArn, topicArn } from '../../build/names';
import { fargate, hostsOf } from '../../build/placements';
import { allow, awsManaged, deny, trustTasksAnd } from '../../build/policies';
import { named, own } from '../../build/roleChoice';
import { service } from '../../build/service';
import { awslogs, blocking } from '../../build/taskDefinition';
import { prodEu, prodEuFargate, prodUs, staging } from '../../sites';
import { developerBoundary, shared } from '../../sharedRoles';
import { cards } from './cards';
import { pspGateway } from './pspGateway';
import { settlement } from './settlement';
import { taxReports } from './taxReports';

const site = prodEuFargate;

export const payments = joinParts(
  cards,
  taxReports(),
  settlement(),
  // As it should be.
  service(site, {
    name: 'payments-api',
    team: 'payments',
    on: fargate(),
    desired: 6,
    revision: 31,
    secrets: { DATABASE_PASSWORD: 'payments/api/database' },
    keys: { 'payments/api/database': keyArn(site, '0000a913') },
    task: own(
      allow(
        ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
        tableArn(site, 'payments'),
      ),
      allow('sns:Publish', topicArn(site, 'payment-events')),
    ),
  }),
  service(site, {
    name: 'ledger',
    team: 'payments',
    on: fargate(),
    desired: 3,
    secrets: { DATABASE_PASSWORD: 'payments/ledger/database' },
    more: {
      volumes: [
        {
          name: 'journal',
          efsVolumeConfiguration: {
            fileSystemId: 'fs-0de40000000000001',
            transitEncryption: 'ENABLED',
            authorizationConfig: { iam: 'ENABLED' },
          },
        },
      ],
    },
    container: {
      mountPoints: [{ sourceVolume: 'journal', containerPath: '/journal' }],
      // An entry that is not logged is not made.
      logConfiguration: blocking(awslogs(site, 'ledger')),
    },
    task: own(
      allow(
        ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
        `arn:aws:elasticfilesystem:eu-west-1:${site.account}:file-system/fs-0de40000000000001`,
      ),
      // A guard with nothing to guard.
      deny('iam:*', '*'),
    ),
  }),
  service(prodUs, {
    name: 'fraud-scoring',
    team: 'payments',
    on: fargate(),
    desired: 4,
    task: {
      own: [],
      special: {
        attached: [awsManaged('AdministratorAccess')],
        tags: { team: 'payments' },
      },
    },
  }),
  // Its task role was deleted in a clean-up; the tasks that run will be the last.
  service(site, {
    name: 'payouts',
    team: 'payments',
    on: fargate(),
    task: named(`arn:aws:iam::${site.account}:role/payouts-task`),
  }),
  // Too much by its policy, little in effect: the boundary allows one bucket.
  service(site, {
    name: 'invoices',
    team: 'payments',
    on: fargate(),
    task: {
      own: [allow('s3:*', '*')],
      special: { boundary: developerBoundary },
    },
  }),
  // Too much by one statement, taken back by another.
  service(site, {
    name: 'refunds',
    team: 'payments',
    on: fargate(),
    task: {
      own: [
        allow('secretsmanager:*', '*'),
        deny('secretsmanager:*', '*'),
        allow(
          ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
          tableArn(site, 'payments'),
        ),
      ],
      special: {
        trust: trustTasksAnd(site.account, {
          Principal: { AWS: `arn:aws:iam::${site.account}:role/refunds-task` },
        }),
      },
    },
  }),
  service(prodEu, {
    name: 'card-vault',
    team: 'payments',
    on: hostsOf('prod-eu-hosts'),
    desired: 3,
    more: { volumes: [{ name: 'vault', configuredAtLaunch: true }] },
    container: {
      mountPoints: [{ sourceVolume: 'vault', containerPath: '/vault' }],
    },
    task: own(
      allow(
        ['kms:Decrypt', 'kms:GenerateDataKey'],
        `arn:aws:kms:eu-west-1:${prodEu.account}:key/00000000-0000-4000-8000-00000000de40`,
      ),
    ),
    amendments: [managedVolume('vault', shared.volumes)],
  }),
  pspGateway(),
  // Reads a secret at its start, and has no role to read it with.
  service(site, {
    name: 'reconciliation',
    team: 'payments',
    on: fargate(),
    desired: 1,
    running: 0,
    secrets: { BANK_API_KEY: 'payments/reconciliation/bank' },
    execution: null,
    task: own(
      allow(
        'secretsmanager:GetSecretValue',
        secretArn(site, 'payments/api/database'),
      ),
    ),
  }),
  service(site, {
    name: 'statements-pdf',
    team: 'payments',
    on: fargate(),
    task: {
      own: [allow('s3:PutObject', 'arn:aws:s3:::example-statements/*')],
      special: {
        malformed: {
          'statements-pdf-task':
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:PutObject"],"Resource":"arn:aws:s3:::example-statements/*"}',
        },
      },
    },
  }),
  service(prodUs, {
    name: 'payment-links',
    team: 'payments',
    on: fargate(),
    task: own(allow('sns:Publish', topicArn(prodUs, 'payment-links'))),
    amendments: [
      blueGreen({
        loadBalancerRoleArn: shared.loadBalancers,
        targetGroupArn: `arn:aws:elasticloadbalancing:us-east-1:${prodUs.account}:targetgroup/payment-links/00000000000de400`,
        hookRoleArn: shared.deploymentHook,
        hookArn: `arn:aws:lambda:us-east-1:${prodUs.account}:function:approve-deployment`,
      }),
    ],
  }),
  service(staging, {
    name: 'payments-api',
    team: 'payments',
    on: fargate(),
    desired: 1,
    secrets: { DATABASE_PASSWORD: 'payments/api/database' },
    task: own(
      allow('dynamodb:*', tableArn(staging, 'payments')),
      allow('sns:Publish', topicArn(staging, 'payment-events')),
    ),
    tags: { environment: 'staging' },
  }),
);
