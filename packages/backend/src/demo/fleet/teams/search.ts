import { rollout } from '../build/deployments';
import { joinParts } from '../build/fleetPart';
import { ecrImage, objectArn, queueArn } from '../build/names';
import { readsFrom } from '../build/executionPolicy';
import { fargate, fargateSpot, managedInstances } from '../build/placements';
import { allow, trustTasks, trustTasksAnd } from '../build/policies';
import { role, roleArn } from '../build/role';
import { besides, named, own } from '../build/roleChoice';
import { service } from '../build/service';
import {
  awslogs,
  createsGroup,
  logRouter,
  taskDefinition,
} from '../build/taskDefinition';
import { prodUs, prodUsManaged, staging } from '../sites';
import { sharedExecutionRoleArn } from '../sharedRoles';
import { accounts } from '../types';

const onManaged = managedInstances('managed-us-general');
const routerConfig = objectArn(
  'example-search-config',
  'fluent-bit/search-indexer.conf',
);
const modelFiles = `arn:aws:s3files:us-east-1:${prodUs.account}:file-system/fs-0de40000000000002`;

/** A rolling update that takes `s3:*` away: a quarter of the tasks runs with the new role already. */
function crawler() {
  const input = {
    name: 'crawler',
    team: 'search',
    on: fargateSpot(),
    desired: 8,
    revision: 24,
    task: own(allow('s3:*', '*')),
  } as const;
  const next = role(prodUs.account, 'crawler-task-2026', {
    trust: trustTasks(prodUs.account),
    tags: { team: 'search' },
    createdDaysAgo: 1,
    lastUsed: { hoursAgo: 1, region: 'us-east-1' },
    inline: {
      pages: {
        Version: '2012-10-17',
        Statement: [
          allow('s3:PutObject', 'arn:aws:s3:::example-crawl/pages/*'),
        ],
      },
    },
  });
  return joinParts(
    { roles: [next] },
    service(prodUs, {
      ...input,
      otherRevisions: [
        {
          ...taskDefinition(prodUs, input, {
            execution: roleArn({
              account: prodUs.account,
              path: '/',
              name: 'crawler-execution',
            }),
            task: roleArn(next),
            image: ecrImage(prodUs, 'search/crawler'),
          }),
          revision: 25,
        },
      ],
      amendments: [
        rollout(
          { revision: 25, status: 'PRIMARY', desired: 8, running: 2 },
          { revision: 24, status: 'ACTIVE', desired: 6, running: 6 },
        ),
      ],
    }),
  );
}

export const search = joinParts(
  service(prodUs, {
    name: 'search-api',
    team: 'search',
    on: fargate(),
    desired: 8,
    revision: 53,
    task: own(
      allow(
        ['es:ESHttpGet', 'es:ESHttpPost'],
        `arn:aws:es:us-east-1:${prodUs.account}:domain/search/*`,
      ),
    ),
  }),
  service(prodUsManaged, {
    name: 'search-indexer',
    team: 'search',
    on: onManaged,
    desired: 4,
    container: {
      logConfiguration: {
        logDriver: 'awsfirelens',
        options: {
          Name: 'opensearch',
          Host: 'vpc-service-logs-de40de40de40de40de40de40de.us-east-1.es.amazonaws.com',
          Port: '443',
          Index: 'search-indexer',
          AWS_Auth: 'On',
          AWS_Region: 'us-east-1',
          tls: 'On',
        },
      },
    },
    sidecars: [logRouter(prodUsManaged, 'search-indexer', routerConfig)],
    execution: besides(...readsFrom(prodUsManaged, [routerConfig])),
    task: own(
      allow(
        'es:ESHttpPost',
        `arn:aws:es:us-east-1:${prodUs.account}:domain/service-logs/*`,
      ),
      allow(
        ['es:ESHttpPut', 'es:ESHttpPost'],
        `arn:aws:es:us-east-1:${prodUs.account}:domain/search/*`,
      ),
      allow(
        ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
        queueArn(prodUsManaged, 'index'),
      ),
    ),
  }),
  service(prodUsManaged, {
    name: 'suggest',
    team: 'search',
    on: onManaged,
    execution: named(sharedExecutionRoleArn(prodUsManaged.account)),
    task: null,
  }),
  service(prodUsManaged, {
    name: 'ranking',
    team: 'search',
    on: managedInstances('managed-us-gpu'),
    desired: 3,
    running: 0,
    // The data team builds it, in an account of its own.
    image: ecrImage(
      { account: accounts.data, region: 'us-east-1' },
      'ml/ranking',
    ),
    more: {
      volumes: [
        {
          name: 'models',
          s3filesVolumeConfiguration: { fileSystemArn: modelFiles },
        },
      ],
    },
    container: {
      mountPoints: [
        { sourceVolume: 'models', containerPath: '/models', readOnly: true },
      ],
    },
    task: {
      own: [
        allow('s3files:ClientMount', modelFiles),
        allow('sagemaker:*', '*'),
        allow('s3:GetObject', 'arn:aws:s3:::example-models/*'),
      ],
      special: {
        trust: trustTasksAnd(prodUsManaged.account, {
          Principal: { Service: 'lambda.amazonaws.com' },
        }),
      },
    },
  }),
  service(prodUsManaged, {
    name: 'query-understanding',
    team: 'search',
    on: onManaged,
    execution: null,
    // Meant for one endpoint, and open to requests that come through none.
    task: own(
      allow('s3:GetObject', 'arn:aws:s3:::example-models/*', {
        'ForAllValues:StringEquals': {
          'aws:SourceVpce': 'vpce-0de40000000000001',
        },
      }),
    ),
  }),
  service(prodUs, {
    name: 'query-log',
    team: 'search',
    on: fargate(),
    execution: named(sharedExecutionRoleArn(prodUs.account)),
    task: {
      own: [
        allow('s3:*', [
          'arn:aws:s3:::example-query-log',
          'arn:aws:s3:::example-query-log/*',
        ]),
      ],
      special: {
        trust: trustTasksAnd(prodUs.account, {
          NotPrincipal: {
            AWS: `arn:aws:iam::${prodUs.account}:role/crawler-task`,
          },
        }),
      },
    },
  }),
  service(prodUs, {
    name: 'synonyms',
    team: 'search',
    on: fargate(),
    // The policy of AWS lets no execution role create a log group.
    container: {
      logConfiguration: createsGroup(awslogs(prodUs, 'synonyms')),
    },
    execution: named(sharedExecutionRoleArn(prodUs.account)),
    task: own({
      Effect: 'Allow',
      Action: 's3:GetObject',
      NotResource: 'arn:aws:s3:::example-payroll/*',
    }),
  }),
  crawler(),
  service(staging, {
    name: 'search-api',
    team: 'search',
    on: fargate(),
    desired: 1,
    task: own(
      allow(
        ['es:ESHttpGet', 'es:ESHttpPost'],
        `arn:aws:es:eu-west-1:${staging.account}:domain/search/*`,
      ),
    ),
    tags: { environment: 'staging' },
  }),
);
