import { rollout } from '../build/deployments';
import { joinParts } from '../build/fleetPart';
import { ecrImage, queueArn } from '../build/names';
import { fargate, fargateSpot, managedInstances } from '../build/placements';
import { allow, trustTasks, trustTasksAnd } from '../build/policies';
import { role, roleArn } from '../build/role';
import { named, own, service } from '../build/service';
import { taskDefinition } from '../build/taskDefinition';
import { prodUs, prodUsManaged, staging } from '../sites';
import { sharedExecutionRoleArn } from '../sharedRoles';

const onManaged = managedInstances('managed-us-general');

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
    task: own(
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
    on: onManaged,
    desired: 3,
    task: {
      own: [
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
