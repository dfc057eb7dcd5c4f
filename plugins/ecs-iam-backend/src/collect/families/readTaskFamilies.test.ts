import {
  DescribeCapacityProvidersCommand,
  DescribeClustersCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ListServicesCommand,
  ListTasksCommand,
  type Task,
} from '@aws-sdk/client-ecs';
import { known, unknown } from '@ecs-iam/iam-analysis';
import {
  anSdkTaskDefinition,
  anyAccess,
  awsError,
  CLUSTER,
  mockAws,
  mockFleet,
  production,
} from '../../testSupport/awsMocks';
import { collectAll } from '../../testSupport/collectAll';
import { AwsCollector } from '../AwsCollector';

const aws = mockAws();
const collect = (...taskFamilies: string[]) =>
  collectAll(AwsCollector.create({ access: anyAccess }), production, {
    taskFamilies,
  });

const BATCH = `${CLUSTER.slice(0, CLUSTER.lastIndexOf('/'))}/batch`;
const FAMILY = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/night';
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

const definition = (revision: number) =>
  anSdkTaskDefinition({
    taskDefinitionArn: `${FAMILY}:${revision}`,
    family: 'night',
    revision,
    taskRoleArn: role(`night${revision}`),
  });

const standalone: Task = {
  taskDefinitionArn: `${FAMILY}:3`,
  group: 'family:night',
  launchType: 'FARGATE',
  platformVersion: '1.4.0',
  lastStatus: 'RUNNING',
};

/** Two clusters without services, and the tasks that run in each. */
function mockTasks(running: Readonly<Record<string, readonly Task[]>> = {}) {
  mockFleet(aws);
  aws.ecs.on(DescribeClustersCommand).resolves({
    clusters: [CLUSTER, BATCH].map(clusterArn => ({
      clusterArn,
      registeredContainerInstancesCount: 0,
    })),
  });
  aws.ecs.on(ListServicesCommand).resolves({ serviceArns: [] });
  aws.ecs
    .on(DescribeTaskDefinitionCommand)
    .rejects(
      awsError('ClientException', 'Unable to describe task definition.'),
    );
  for (const revision of [2, 3, 4]) {
    aws.ecs
      .on(DescribeTaskDefinitionCommand, {
        taskDefinition: `${FAMILY}:${revision}`,
      })
      .resolves({ taskDefinition: definition(revision) });
  }
  aws.ecs
    .on(DescribeTaskDefinitionCommand, { taskDefinition: 'night' })
    .resolves({ taskDefinition: definition(4) });
  for (const [cluster, tasks] of Object.entries(running)) {
    aws.ecs
      .on(ListTasksCommand, { cluster })
      .resolves({ taskArns: tasks.map((_, index) => `${cluster}/${index}`) });
    aws.ecs.on(DescribeTasksCommand, { cluster }).resolves({
      tasks: tasks.map(task => ({ clusterArn: cluster, ...task })),
    });
  }
}

beforeEach(() => Object.values(aws).forEach(mock => mock.reset()));
afterAll(() => Object.values(aws).forEach(mock => mock.restore()));

it('reads a family of which nothing runs as its latest revision, without a cluster', async () => {
  mockTasks();

  const { service, gaps } = await collect('night');

  expect(service).toEqual([
    {
      kind: 'task-family',
      arn: FAMILY,
      name: 'night',
      clusterArn: '',
      accountId: '111122223333',
      region: 'eu-west-1',
      partition: 'aws',
      status: 'ACTIVE',
      launchType: null,
      capacityProviderStrategy: [],
      schedulingStrategy: null,
      deploymentController: 'ECS',
      desiredCount: 0,
      runningCount: 0,
      enableExecuteCommand: false,
      tags: known({}),
      deployments: [
        {
          id: `${FAMILY}:4`,
          kind: 'deployment',
          status: 'PRIMARY',
          taskDefinitionArn: `${FAMILY}:4`,
          launchType: null,
          capacityProviderStrategy: [],
          desiredCount: 0,
          runningCount: 0,
          pendingCount: 0,
        },
      ],
      namedRoles: [],
      serviceConnectLogs: null,
      platformVersion: null,
      assignPublicIp: null,
      express: false,
      guardDuty: unknown('NoServiceRevision'),
      overrides: known([]),
    },
  ]);
  expect(gaps).toEqual([]);
});

it('reads its latest revision as that of a family, with the roles that it names', async () => {
  mockTasks();

  const read = await collect('night');

  expect(read.taskDefinitionFamily).toMatchObject([
    { name: 'night', latest: { arn: `${FAMILY}:4` } },
  ]);
  expect(read.taskDefinition.map(({ arn }) => arn)).toContain(`${FAMILY}:4`);
  expect(read.role.map(({ arn }) => arn)).toContain(role('night4'));
});

it('reads a service for each cluster in which its tasks run', async () => {
  mockTasks({ [CLUSTER]: [standalone], [BATCH]: [standalone, standalone] });

  const { service } = await collect('night');

  expect(
    service.map(each => [each.arn, each.clusterArn, each.runningCount]),
  ).toEqual([
    [`${FAMILY}@shop`, CLUSTER, 1],
    [`${FAMILY}@batch`, BATCH, 2],
  ]);
});

it('tells how its running tasks differ from their revision', async () => {
  mockTasks({
    [BATCH]: [
      { ...standalone, enableExecuteCommand: true },
      { ...standalone, overrides: { taskRoleArn: role('override') } },
      {
        ...standalone,
        attachments: [
          { details: [{ name: 'roleArn', value: role('volumes') }] },
        ],
      },
    ],
  });

  const { service, role: roles } = await collect('night');

  expect(service).toMatchObject([
    {
      launchType: 'FARGATE',
      platformVersion: '1.4.0',
      desiredCount: 3,
      runningCount: 3,
      enableExecuteCommand: true,
      namedRoles: [
        { slot: 'infrastructure-volumes', roleArn: role('volumes') },
      ],
      overrides: known([
        {
          taskDefinitionArn: `${FAMILY}:3`,
          taskRoleArn: role('override'),
          executionRoleArn: null,
          environmentFiles: [],
          tasks: 1,
        },
      ]),
    },
  ]);
  expect(roles.map(({ arn }) => arn)).toEqual(
    expect.arrayContaining([role('night3'), role('override'), role('volumes')]),
  );
});

it('has a deployment for each revision that runs, the newest of them the primary one', async () => {
  mockTasks({
    [BATCH]: [
      { ...standalone, taskDefinitionArn: `${FAMILY}:2` },
      standalone,
      standalone,
    ],
  });

  const { service, taskDefinition } = await collect('night');

  expect(
    service[0].deployments.map(each => [
      each.taskDefinitionArn,
      each.status,
      each.launchType,
      each.desiredCount,
      each.runningCount,
    ]),
  ).toEqual([
    [`${FAMILY}:2`, 'ACTIVE', 'FARGATE', 1, 1],
    [`${FAMILY}:3`, 'PRIMARY', 'FARGATE', 2, 2],
  ]);
  expect(taskDefinition.map(({ arn }) => arn)).toEqual(
    expect.arrayContaining([`${FAMILY}:2`, `${FAMILY}:3`]),
  );
});

it('keeps apart the places in which one revision runs', async () => {
  mockTasks({
    [BATCH]: [
      standalone,
      {
        ...standalone,
        launchType: 'EC2',
        platformVersion: undefined,
        capacityProviderName: 'spot',
      },
    ],
  });

  aws.ecs.on(DescribeCapacityProvidersCommand).resolves({});

  const { service } = await collect('night');

  expect(service).toMatchObject([
    {
      launchType: null,
      capacityProviderStrategy: [],
      platformVersion: null,
      deployments: [
        { launchType: 'FARGATE', capacityProviderStrategy: [] },
        {
          launchType: 'EC2',
          capacityProviderStrategy: [
            { capacityProvider: 'spot', weight: 1, base: 0 },
          ],
        },
      ],
    },
  ]);
});

it('leaves out tasks that a service runs, and those of other families', async () => {
  mockTasks({
    [BATCH]: [
      { ...standalone, group: 'service:night' },
      { ...standalone, taskDefinitionArn: `${FAMILY}-shift:3` },
    ],
  });

  const { service } = await collect('night');

  expect(service.map(({ arn }) => arn)).toEqual([FAMILY]);
});

it('reads nothing of a family that does not exist', async () => {
  mockTasks();

  const { service, gaps } = await collect('day');

  expect([service, gaps]).toEqual([[], []]);
});

it('reads running tasks of a family whose revisions were all deregistered', async () => {
  mockTasks({ [BATCH]: [standalone] });
  aws.ecs
    .on(DescribeTaskDefinitionCommand, { taskDefinition: 'night' })
    .rejects(
      awsError('ClientException', 'Unable to describe task definition.'),
    );

  const { service } = await collect('night');

  expect(service.map(({ arn }) => arn)).toEqual([`${FAMILY}@batch`]);
});

it('reads a family once that is named twice, and asks for nothing that cannot be a family', async () => {
  mockTasks();

  const { service } = await collect('night', 'night', '', 'night:3', FAMILY);

  expect(service.map(({ arn }) => arn)).toEqual([FAMILY]);
  expect(
    aws.ecs
      .commandCalls(DescribeTaskDefinitionCommand)
      .map(({ args }) => args[0].input.taskDefinition),
  ).toEqual(['night', `${FAMILY}:4`]);
});

it('is read anew each time, not once a day as other families are', async () => {
  mockTasks();
  const collector = AwsCollector.create({ access: anyAccess });
  const again = () =>
    collectAll(collector, production, { taskFamilies: ['night'] });
  await again();
  aws.ecs.resetHistory();

  await again();

  expect(
    aws.ecs.commandCalls(DescribeTaskDefinitionCommand, {
      taskDefinition: 'night',
    }),
  ).toHaveLength(1);
});

describe('where something could not be read', () => {
  it('does not know what its tasks were given when tasks may not be read', async () => {
    mockTasks();
    aws.ecs.on(ListTasksCommand).rejects(awsError('AccessDeniedException'));

    const { service, gaps } = await collect('night');

    expect(service.map(each => [each.arn, each.overrides])).toEqual([
      [FAMILY, unknown('AccessDenied', 'ecs:ListTasks')],
    ]);
    expect(gaps).toEqual([]);
  });

  it('leaves what was known as it was when tasks are throttled', async () => {
    mockTasks();
    aws.ecs
      .on(ListTasksCommand, { cluster: BATCH })
      .rejects(awsError('ThrottlingException', 'Rate exceeded'));

    const { service, gaps } = await collect('night');

    expect(service).toEqual([]);
    expect(gaps).toEqual([
      {
        api: 'ecs:ListTasks',
        because: 'Throttled',
        message: 'Rate exceeded',
        resources: [BATCH],
        leavesIncomplete: ['service', 'role'],
      },
    ]);
  });

  it('leaves what was known as it was when the family may not be described', async () => {
    mockTasks();
    aws.ecs
      .on(DescribeTaskDefinitionCommand, { taskDefinition: 'night' })
      .rejects(awsError('AccessDeniedException', 'You may not.'));

    const { service, gaps } = await collect('night');

    expect(service).toEqual([]);
    expect(gaps).toEqual([
      {
        api: 'ecs:DescribeTaskDefinition',
        because: 'AccessDenied',
        message: 'You may not.',
        resources: [FAMILY],
        leavesIncomplete: ['service', 'role'],
      },
    ]);
  });

  it('does not take it for idle when the clusters may not be described', async () => {
    mockTasks();
    aws.ecs
      .on(DescribeClustersCommand)
      .rejects(awsError('AccessDeniedException'));

    const { service } = await collect('night');

    expect(service.map(({ overrides }) => overrides)).toEqual([
      unknown('AccessDenied', 'ecs:DescribeClusters'),
    ]);
  });
});
