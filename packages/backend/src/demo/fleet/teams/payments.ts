import { blueGreen, managedVolume } from '../build/infrastructureRoles';
import { taskSets } from '../build/deployments';
import { joinParts } from '../build/fleetPart';
import {
  ecrImage,
  keyArn,
  logGroupArn,
  objectArn,
  repositoryArn,
  secretArn,
  tableArn,
  topicArn,
} from '../build/names';
import { fargate, hostsOf } from '../build/placements';
import {
  allow,
  awsManaged,
  deny,
  policy,
  trustTasksAnd,
} from '../build/policies';
import { role, roleArn } from '../build/role';
import { besides, named, own } from '../build/roleChoice';
import { service } from '../build/service';
import { awslogs, blocking, taskDefinition } from '../build/taskDefinition';
import { taskFamily } from '../build/taskFamily';
import { readsFrom } from '../build/executionPolicy';
import { pciKey, pciSessions } from '../hosts/pci';
import { pci, prodEu, prodEuFargate, prodUs, staging, windows } from '../sites';
import { developerBoundary, shared } from '../sharedRoles';

const site = prodEuFargate;

/** In the middle of a CodeDeploy deployment: the new task set runs with a role of its own. */
function gateway() {
  const input = {
    name: 'psp-gateway',
    team: 'payments',
    on: fargate(),
    desired: 4,
    revision: 8,
    secrets: { PSP_API_KEY: 'payments/psp-gateway/psp' },
    task: own(
      allow(['sns:Publish', 'kms:Sign'], '*'),
      allow('dynamodb:*', '*'),
    ),
  } as const;
  const next = role(site.account, 'psp-gateway-task-v2', {
    tags: { team: 'payments' },
    createdDaysAgo: 3,
    inline: {},
  });
  return joinParts(
    { roles: [next] },
    service(site, {
      ...input,
      otherRevisions: [
        {
          ...taskDefinition(site, input, {
            execution: roleArn({
              account: site.account,
              path: '/',
              name: 'psp-gateway-execution',
            }),
            task: roleArn(next),
            image: ecrImage(site, 'payments/psp-gateway'),
          }),
          revision: 9,
        },
      ],
      amendments: [
        taskSets(
          { revision: 8, status: 'PRIMARY', desired: 4, running: 4 },
          { revision: 9, status: 'ACTIVE', desired: 4, running: 2 },
        ),
      ],
    }),
  );
}

const guardDutyAgent = repositoryArn(
  { account: '694911143906', region: 'eu-west-1' },
  'aws-guardduty-agent-fargate',
);
const pull = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

/** Two services of one cluster: one is told of all that the cluster demands, the other of nothing. */
const cards = joinParts(
  service(pci, {
    name: 'card-tokens',
    team: 'payments',
    on: fargate(),
    desired: 3,
    executeCommand: true,
    secrets: { DATABASE_PASSWORD: 'payments/card-tokens/database' },
    keys: { 'payments/card-tokens/database': pciKey },
    execution: besides(allow(pull, guardDutyAgent)),
    task: own(
      allow('s3:GetBucketLocation', '*'),
      allow('s3:GetEncryptionConfiguration', `arn:aws:s3:::${pciSessions}`),
      allow('s3:PutObject', objectArn(pciSessions, '*')),
      allow('kms:Decrypt', pciKey),
    ),
  }),
  service(pci, {
    name: 'chargebacks',
    team: 'payments',
    on: fargate(),
    executeCommand: true,
    // The network condition belongs on the pull, not on the token.
    execution: own(
      allow(['ecr:GetAuthorizationToken', ...pull], '*', {
        StringEquals: { 'aws:SourceVpce': 'vpce-0de40000000000002' },
      }),
      allow(
        ['logs:CreateLogStream', 'logs:PutLogEvents'],
        logGroupArn(pci, '/ecs/chargebacks'),
      ),
    ),
    task: own(allow('dynamodb:Query', tableArn(pci, 'chargebacks'))),
  }),
);

/** On Windows, for a file share and an account of Active Directory. */
function taxReports() {
  const share = 'payments/tax-reports/file-share';
  return joinParts(
    {
      secrets: [
        {
          account: windows.account,
          region: windows.region,
          kind: 'secret',
          name: share,
          key: null,
        },
      ],
    },
    service(windows, {
      name: 'tax-reports',
      team: 'payments',
      on: hostsOf('windows-eu-hosts'),
      more: {
        runtimePlatform: {
          operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE',
          cpuArchitecture: 'X86_64',
        },
        volumes: [
          {
            name: 'reports',
            fsxWindowsFileServerVolumeConfiguration: {
              fileSystemId: 'fs-0de40000000000003',
              rootDirectory: 'reports',
              authorizationConfig: {
                credentialsParameter: secretArn(windows, share),
                domain: 'corp.example.com',
              },
            },
          },
        ],
      },
      container: {
        user: 'ContainerUser',
        readonlyRootFilesystem: false,
        credentialSpecs: [
          'credentialspec:arn:aws:s3:::example-windows/gmsa/tax-reports.json',
        ],
        mountPoints: [
          { sourceVolume: 'reports', containerPath: 'C:\\reports' },
        ],
      },
      // The guide forgets that the agent looks up the file system.
      execution: besides(
        allow('secretsmanager:GetSecretValue', secretArn(windows, share)),
        ...readsFrom(windows, [
          objectArn('example-windows', 'gmsa/tax-reports.json'),
        ]),
      ),
    }),
  );
}

/** Runs each night. Last night it broke; somebody runs it again by hand, with roles of another kind. */
function settlement() {
  const repair = role(site.account, 'settlement-repair', {
    tags: { team: 'payments' },
    createdDaysAgo: 1,
    inline: {
      repair: policy(allow('dynamodb:*', tableArn(site, 'settlements'))),
    },
  });
  const repairExecution = role(site.account, 'settlement-repair-execution', {
    tags: { team: 'payments' },
    createdDaysAgo: 1,
    attached: [awsManaged('service-role/AmazonECSTaskExecutionRolePolicy')],
    inline: {
      files: policy(
        allow('s3:GetObject', objectArn('example-payments-config', '*')),
      ),
    },
  });
  return joinParts(
    { roles: [repair, repairExecution] },
    taskFamily(
      site,
      {
        name: 'nightly-settlement',
        team: 'payments',
        on: fargate(),
        revision: 12,
        more: { volumes: [{ name: 'books', configuredAtLaunch: true }] },
        container: {
          mountPoints: [{ sourceVolume: 'books', containerPath: '/books' }],
        },
        task: own(
          allow(
            ['dynamodb:Query', 'dynamodb:PutItem'],
            tableArn(site, 'settlements'),
          ),
        ),
      },
      [
        {
          overrides: {
            taskRoleArn: roleArn(repair),
            executionRoleArn: roleArn(repairExecution),
            environmentFiles: [
              objectArn('example-payments-config', 'settlement-repair.env'),
            ],
          },
          volumeRole: shared.volumes,
        },
      ],
    ),
  );
}

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
  gateway(),
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
