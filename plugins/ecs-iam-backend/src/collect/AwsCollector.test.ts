import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ListClustersCommand,
  ListServicesCommand,
} from '@aws-sdk/client-ecs';
import { GetRoleCommand, ListRolePoliciesCommand } from '@aws-sdk/client-iam';
import { known, unknown } from '@ecs-iam/iam-analysis';
import { factKinds } from '@ecs-iam/plugin-ecs-iam-node';
import {
  anSdkService,
  anSdkTaskDefinition,
  anyAccess,
  awsError,
  CLUSTER,
  DEFINITION,
  EXECUTION_ROLE,
  mockAws,
  mockFleet,
  production,
  SERVICE,
  TASK_ROLE,
  TRUST,
} from '../testSupport/awsMocks';
import { collectAll } from '../testSupport/collectAll';
import { AwsCollector } from './AwsCollector';

const aws = mockAws();
const collect = (
  ...[target = production, request]: Partial<
    [typeof production, Parameters<typeof collectAll>[2]]
  >
) => collectAll(AwsCollector.create({ access: anyAccess }), target, request);

beforeEach(() => Object.values(aws).forEach(mock => mock.reset()));
afterAll(() => Object.values(aws).forEach(mock => mock.restore()));

const revision = (number: number) =>
  `arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:${number}`;

/** Those that were asked for by ARN: by its name a family gives its latest one. */
const askedRevisions = () =>
  aws.ecs
    .commandCalls(DescribeTaskDefinitionCommand)
    .map(({ args }) => args[0].input.taskDefinition)
    .filter(asked => asked?.startsWith('arn:'));

it('reads clusters, services, task definitions and roles, in this order', async () => {
  mockFleet(aws);

  const { pages } = await collect();

  expect(pages.map(({ kind }) => kind)).toEqual([
    'cluster',
    'service',
    'taskDefinition',
    'taskDefinitionFamily',
    'role',
  ]);
});

it('gives a whole role', async () => {
  mockFleet(aws);

  const { role } = await collect();

  expect(role[0]).toEqual({
    arn: EXECUTION_ROLE,
    name: 'checkoutExec',
    path: '/',
    accountId: '111122223333',
    partition: 'aws',
    existence: known('exists'),
    trustPolicy: known(TRUST),
    policies: known([]),
    boundary: known(null),
    tags: known({}),
    lastUsed: known({ date: '2026-01-01T00:00:00.000Z', region: 'eu-west-1' }),
    createdAt: known('2025-01-01T00:00:00.000Z'),
  });
});

describe('lists', () => {
  it('reads the second page of clusters and of services', async () => {
    mockFleet(aws);
    aws.ecs
      .on(ListClustersCommand)
      .resolvesOnce({ clusterArns: [CLUSTER], nextToken: 'more' })
      .resolvesOnce({ clusterArns: [`${CLUSTER}2`] });
    aws.ecs
      .on(ListServicesCommand, { cluster: CLUSTER })
      .resolvesOnce({ serviceArns: [SERVICE], nextToken: 'more' })
      .resolvesOnce({ serviceArns: [`${SERVICE}2`] });
    aws.ecs
      .on(ListServicesCommand, { cluster: `${CLUSTER}2` })
      .resolves({ serviceArns: [] });

    await collect();

    expect(
      aws.ecs.commandCalls(DescribeClustersCommand)[0].args[0].input.clusters,
    ).toEqual([CLUSTER, `${CLUSTER}2`]);
    expect(
      aws.ecs.commandCalls(DescribeServicesCommand)[0].args[0].input.services,
    ).toEqual([SERVICE, `${SERVICE}2`]);
  });

  it('asks for pages of a hundred and describes services in tens with their tags', async () => {
    mockFleet(aws);
    const arns = Array.from({ length: 23 }, (_, index) => `${SERVICE}${index}`);
    aws.ecs.on(ListServicesCommand).resolves({ serviceArns: arns });

    await collect();

    expect(
      aws.ecs.commandCalls(ListServicesCommand)[0].args[0].input.maxResults,
    ).toBe(100);
    const inputs = aws.ecs
      .commandCalls(DescribeServicesCommand)
      .map(({ args }) => args[0].input);
    expect(inputs.map(({ services }) => services?.length)).toEqual([10, 10, 3]);
    expect(inputs.map(({ include }) => include)).toEqual([
      ['TAGS'],
      ['TAGS'],
      ['TAGS'],
    ]);
  });

  it('keeps the first page when the second one fails, and says that the list is incomplete', async () => {
    mockFleet(aws);
    aws.ecs
      .on(ListServicesCommand)
      .resolvesOnce({ serviceArns: [SERVICE], nextToken: 'more' })
      .rejects(awsError('ThrottlingException', 'Rate exceeded'));

    const { service, gaps } = await collect();

    expect(service.map(({ arn }) => arn)).toEqual([SERVICE]);
    expect(gaps).toEqual([
      {
        api: 'ecs:ListServices',
        because: 'Throttled',
        message: 'Rate exceeded',
        resources: [CLUSTER],
        leavesIncomplete: [
          'service',
          'taskDefinition',
          'capacityProvider',
          'instanceProfile',
          'role',
        ],
      },
    ]);
  });
});

describe('failures[]', () => {
  it('keeps a service that is MISSING as a gap which leaves no list incomplete', async () => {
    mockFleet(aws);
    aws.ecs.on(DescribeServicesCommand).resolves({
      services: [anSdkService()],
      failures: [{ arn: `${SERVICE}-gone`, reason: 'MISSING' }],
    });

    const { service, gaps } = await collect();

    expect(service).toHaveLength(1);
    expect(gaps).toEqual([
      {
        api: 'ecs:DescribeServices',
        because: 'MISSING',
        message: 'ECS answered MISSING.',
        resources: [`${SERVICE}-gone`],
        leavesIncomplete: [],
      },
    ]);
  });

  it('does not take a service for gone that was not described for another reason', async () => {
    mockFleet(aws);
    aws.ecs.on(DescribeServicesCommand).resolves({
      services: [anSdkService()],
      failures: [{ arn: `${SERVICE}-other`, reason: 'UNAVAILABLE' }],
    });

    const { gaps } = await collect();

    expect(gaps).toEqual([
      {
        api: 'ecs:DescribeServices',
        because: 'UNAVAILABLE',
        message: 'ECS answered UNAVAILABLE.',
        resources: [`${SERVICE}-other`],
        leavesIncomplete: [
          'service',
          'taskDefinition',
          'capacityProvider',
          'instanceProfile',
          'role',
        ],
      },
    ]);
  });
});

describe('task definitions', () => {
  it('reads both revisions of a rollout, with the roles of both', async () => {
    mockFleet(aws, {
      service: {
        deployments: [
          { id: 'new', status: 'PRIMARY', taskDefinition: revision(8) },
          { id: 'old', status: 'ACTIVE', taskDefinition: revision(7) },
        ],
      },
    });
    aws.ecs
      .on(DescribeTaskDefinitionCommand, { taskDefinition: revision(8) })
      .resolves({
        taskDefinition: anSdkTaskDefinition({
          taskDefinitionArn: revision(8),
          revision: 8,
          taskRoleArn: `${TASK_ROLE}New`,
        }),
      });

    const { service, taskDefinition, role } = await collect();

    expect(
      service[0].deployments.map(({ status, taskDefinitionArn }) => [
        status,
        taskDefinitionArn,
      ]),
    ).toEqual([
      ['PRIMARY', revision(8)],
      ['ACTIVE', revision(7)],
    ]);
    expect(taskDefinition.map(({ arn }) => arn)).toEqual([
      revision(8),
      revision(7),
    ]);
    expect(role.map(({ arn }) => arn)).toEqual([
      EXECUTION_ROLE,
      `${TASK_ROLE}New`,
      TASK_ROLE,
    ]);
  });

  it('reads the task sets of a CodeDeploy service', async () => {
    mockFleet(aws, {
      service: {
        deploymentController: { type: 'CODE_DEPLOY' },
        deployments: [],
        taskSets: [
          { id: 'green', status: 'ACTIVE', taskDefinition: revision(8) },
          { id: 'blue', status: 'PRIMARY', taskDefinition: revision(7) },
        ],
      },
    });

    const { service } = await collect();

    expect(service[0].deployments.map(({ kind, id }) => [kind, id])).toEqual([
      ['task-set', 'green'],
      ['task-set', 'blue'],
    ]);
    expect(askedRevisions()).toEqual([revision(8), revision(7)]);
  });

  it('asks once for a revision that two services run', async () => {
    mockFleet(aws);
    aws.ecs.on(DescribeServicesCommand).resolves({
      services: [
        anSdkService(),
        anSdkService({ serviceArn: `${SERVICE}-worker` }),
      ],
    });

    const { taskDefinition } = await collect();

    expect(taskDefinition).toHaveLength(1);
    expect(askedRevisions()).toEqual([DEFINITION]);
  });

  it('does not ask for a stored one, but yields it and reads its roles', async () => {
    mockFleet(aws);
    const [stored] = (await collect()).taskDefinition;
    aws.ecs.resetHistory();

    const read = await collect(production, {
      storedTaskDefinitions: async arns =>
        arns.includes(DEFINITION) ? [stored] : [],
    });

    expect(askedRevisions()).toEqual([]);
    expect(read.taskDefinition).toEqual([stored]);
    expect(read.role.map(({ arn }) => arn)).toEqual([
      EXECUTION_ROLE,
      TASK_ROLE,
    ]);
  });

  it('does without one that was deleted', async () => {
    mockFleet(aws);
    aws.ecs
      .on(DescribeTaskDefinitionCommand)
      .rejects(
        awsError('ClientException', 'Unable to describe task definition.'),
      );

    const { taskDefinition, gaps } = await collect();

    expect([taskDefinition, gaps]).toEqual([[], []]);
  });
});

describe('roles', () => {
  it('reads a role that is named by its bare name, and a role in a path, by name', async () => {
    mockFleet(aws, {
      definition: {
        executionRoleArn: 'checkoutExec',
        taskRoleArn: 'arn:aws:iam::111122223333:role/shop/eu/checkoutTask',
      },
    });
    aws.iam.on(GetRoleCommand, { RoleName: 'checkoutTask' }).resolves({
      Role: {
        RoleName: 'checkoutTask',
        RoleId: 'id',
        Path: '/shop/eu/',
        Arn: 'arn:aws:iam::111122223333:role/shop/eu/checkoutTask',
        CreateDate: new Date('2025-01-01T00:00:00Z'),
      },
    });

    const { role } = await collect();

    expect(role.map(({ arn, path }) => [arn, path])).toEqual([
      [EXECUTION_ROLE, '/'],
      ['arn:aws:iam::111122223333:role/shop/eu/checkoutTask', '/shop/eu/'],
    ]);
  });

  it('yields a role once that is named by ARN and by bare name', async () => {
    mockFleet(aws, {
      definition: { executionRoleArn: TASK_ROLE, taskRoleArn: 'checkoutTask' },
    });

    const { role } = await collect();

    expect(role.map(({ arn }) => arn)).toEqual([TASK_ROLE]);
  });

  it('says that a deleted role is not there, and asks no further', async () => {
    mockFleet(aws);
    aws.iam
      .on(GetRoleCommand, { RoleName: 'checkoutTask' })
      .rejects(awsError('NoSuchEntityException', 'no such role', 404));

    const { role, gaps } = await collect();

    expect(role[1]).toEqual({
      arn: TASK_ROLE,
      name: 'checkoutTask',
      path: '/',
      accountId: '111122223333',
      partition: 'aws',
      existence: known('not-found'),
      trustPolicy: unknown('NotFound'),
      policies: unknown('NotFound'),
      boundary: unknown('NotFound'),
      tags: unknown('NotFound'),
      lastUsed: unknown('NotFound'),
      createdAt: unknown('NotFound'),
    });
    expect(gaps).toEqual([]);
    expect(
      aws.iam.commandCalls(ListRolePoliciesCommand, {
        RoleName: 'checkoutTask',
      }),
    ).toEqual([]);
  });

  it('says that a role is not there when its name lives in another path', async () => {
    const named = 'arn:aws:iam::111122223333:role/old/checkoutTask';
    mockFleet(aws, { definition: { taskRoleArn: named } });

    const { role } = await collect();

    expect(role[1]).toMatchObject({
      arn: named,
      existence: known('not-found'),
    });
  });

  it('makes no call for a role of another account', async () => {
    const foreign = 'arn:aws:iam::777788889999:role/lake';
    mockFleet(aws, { definition: { taskRoleArn: foreign } });

    const { role } = await collect();

    expect(role[1]).toMatchObject({
      arn: foreign,
      accountId: '777788889999',
      existence: known('other-account'),
      policies: unknown('OtherAccount'),
    });
    expect(aws.iam.commandCalls(GetRoleCommand, { RoleName: 'lake' })).toEqual(
      [],
    );
  });

  it('reads the annotated roles of the account, and leaves those of others to their targets', async () => {
    mockFleet(aws);

    const { role } = await collect(production, {
      roleArns: [
        'arn:aws:iam::111122223333:role/deployer',
        'arn:aws:iam::777788889999:role/lake',
      ],
    });

    expect(role.map(({ name }) => name)).toEqual([
      'checkoutExec',
      'checkoutTask',
      'deployer',
    ]);
  });

  it('reads a role once for two regions that are scanned at the same time', async () => {
    mockFleet(aws);
    const collector = AwsCollector.create({ access: anyAccess });

    const [first, second] = await Promise.all([
      collectAll(collector, production),
      collectAll(collector, { ...production, region: 'us-east-1' }),
    ]);

    expect(second.role).toEqual(first.role);
    expect(aws.iam.commandCalls(GetRoleCommand)).toHaveLength(2);
  });

  describe('scanned once', () => {
    const collector = () => {
      let now = 0;
      const clock = { now: () => now, sleep: async () => undefined };
      const of = AwsCollector.create({ access: anyAccess, clock });
      return async (region: string, minute: number) => {
        now = minute * 60_000;
        aws.iam.resetHistory();
        await collectAll(of, { ...production, region });
        return aws.iam.commandCalls(GetRoleCommand).length;
      };
    };

    it('are given to another region for ten minutes', async () => {
      mockFleet(aws);
      const callsFor = collector();

      expect(await callsFor('eu-west-1', 0)).toBe(2);
      expect(await callsFor('us-east-1', 9)).toBe(0);
      expect(await callsFor('eu-north-1', 11)).toBe(2);
    });

    it('are read again when the same target is scanned again', async () => {
      mockFleet(aws);
      const callsFor = collector();

      expect(await callsFor('eu-west-1', 0)).toBe(2);
      expect(await callsFor('eu-west-1', 2)).toBe(2);
      expect(await callsFor('us-east-1', 3)).toBe(0);
      expect(await callsFor('us-east-1', 4)).toBe(2);
    });
  });
});

describe('a target that cannot be read', () => {
  it('goes on with the annotated roles when the clusters may not be listed', async () => {
    mockFleet(aws);
    aws.ecs
      .on(ListClustersCommand)
      .rejects(awsError('AccessDeniedException', 'not authorized', 400));

    const { role, gaps } = await collect(production, { roleArns: [TASK_ROLE] });

    expect(role.map(({ arn }) => arn)).toEqual([TASK_ROLE]);
    expect(gaps).toEqual([
      {
        api: 'ecs:ListClusters',
        because: 'AccessDenied',
        message: 'not authorized',
        resources: [],
        leavesIncomplete: factKinds,
      },
    ]);
  });

  it.each([
    {
      why: 'credentials that AWS does not know',
      error: awsError('UnrecognizedClientException', 'The token is invalid.'),
    },
    {
      why: 'credentials that have expired',
      error: awsError('ExpiredTokenException', 'The token has expired.'),
    },
    {
      why: 'a connection that is refused',
      error: Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), {
        code: 'ECONNREFUSED',
      }),
    },
  ])('fails as a whole when the first call ends in $why', async ({ error }) => {
    aws.ecs.on(ListClustersCommand).rejects(error);

    await expect(collect()).rejects.toMatchObject({
      name: 'TargetUnreachableError',
      target: production,
      message: `Could not read account 111122223333 in eu-west-1: ${error.message}`,
    });
  });

  it('fails as a whole when the account has no credentials, and says where to give them', async () => {
    const access = {
      clientConfig: async () => {
        throw new Error('There is no AWS integration that matches');
      },
    };

    await expect(
      collectAll(AwsCollector.create({ access }), production),
    ).rejects.toMatchObject({
      name: 'TargetUnreachableError',
      message: expect.stringMatching(
        /There is no AWS integration that matches.*Check 'aws.accounts'/,
      ),
    });
  });
});

describe('abort', () => {
  it('ends between two pages with the reason of the signal', async () => {
    mockFleet(aws);
    const controller = new AbortController();
    const pages = AwsCollector.create({ access: anyAccess }).collect(
      production,
      {
        roleArns: [],
        taskFamilies: [],
        storedTaskDefinitions: async () => {
          controller.abort(new Error('the scan takes too long'));
          return [];
        },
        signal: controller.signal,
      },
    );
    const kinds: string[] = [];
    const reading = (async () => {
      for await (const { kind } of pages) kinds.push(kind);
    })();

    await expect(reading).rejects.toThrow('the scan takes too long');
    expect(kinds).toEqual(['cluster', 'service']);
  });
});
