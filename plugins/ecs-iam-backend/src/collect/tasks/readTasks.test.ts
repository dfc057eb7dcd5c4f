import {
  DescribeClustersCommand,
  DescribeContainerInstancesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ListContainerInstancesCommand,
  ListTasksCommand,
  type Task,
} from '@aws-sdk/client-ecs';
import { known, unknown } from '@ecs-iam/iam-analysis';
import {
  anSdkTaskDefinition,
  anyAccess,
  awsError,
  CLUSTER,
  DEFINITION,
  mockAws,
  mockFleet,
  production,
} from '../../testSupport/awsMocks';
import { collectAll } from '../../testSupport/collectAll';
import { AwsCollector } from '../AwsCollector';

const aws = mockAws();
const collect = () =>
  collectAll(AwsCollector.create({ access: anyAccess }), production);

const HOST = 'arn:aws:ecs:eu-west-1:111122223333:container-instance/shop/1';
const NIGHT = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/night:3';
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const taskArn = (id: number) =>
  `arn:aws:ecs:eu-west-1:111122223333:task/shop/${id}`;

/** A cluster with one host, on which these tasks run. */
function mockTasks(tasks: readonly Task[]) {
  mockFleet(aws, { cluster: { registeredContainerInstancesCount: 1 } });
  aws.ecs
    .on(ListContainerInstancesCommand)
    .resolves({ containerInstanceArns: [HOST] });
  aws.ecs.on(DescribeContainerInstancesCommand).resolves({
    containerInstances: [{ containerInstanceArn: HOST }],
  });
  aws.ecs
    .on(DescribeTaskDefinitionCommand, { taskDefinition: NIGHT })
    .resolves({
      taskDefinition: anSdkTaskDefinition({
        taskDefinitionArn: NIGHT,
        family: 'night',
        revision: 3,
        taskRoleArn: role('night'),
      }),
    });
  aws.ecs
    .on(ListTasksCommand)
    .resolves({ taskArns: tasks.map((_, index) => taskArn(index)) });
  aws.ecs.on(DescribeTasksCommand).resolves({
    tasks: tasks.map((task, index) => ({
      taskArn: taskArn(index),
      clusterArn: CLUSTER,
      containerInstanceArn: HOST,
      taskDefinitionArn: DEFINITION,
      lastStatus: 'RUNNING',
      launchType: 'EC2',
      ...task,
    })),
  });
}

const ofCheckout: Task = { group: 'service:checkout' };
const overridden: Task = {
  group: 'service:checkout',
  overrides: { taskRoleArn: role('override') },
};
const atNight: Task = { group: 'family:night', taskDefinitionArn: NIGHT };

beforeEach(() => Object.values(aws).forEach(mock => mock.reset()));
afterAll(() => Object.values(aws).forEach(mock => mock.restore()));

it('tells what shares a host, and what a service was given in place of its revision', async () => {
  mockTasks([ofCheckout, ofCheckout, overridden, atNight]);

  const { host, service, gaps } = await collect();

  expect(host[0].tasks).toEqual(
    known([
      {
        taskDefinitionArn: DEFINITION,
        serviceName: 'checkout',
        taskRoleArn: null,
        executionRoleArn: null,
        count: 2,
      },
      {
        taskDefinitionArn: DEFINITION,
        serviceName: 'checkout',
        taskRoleArn: role('override'),
        executionRoleArn: null,
        count: 1,
      },
      {
        taskDefinitionArn: NIGHT,
        serviceName: null,
        taskRoleArn: null,
        executionRoleArn: null,
        count: 1,
      },
    ]),
  );
  expect(service[0].overrides).toEqual(
    known([
      {
        taskDefinitionArn: DEFINITION,
        taskRoleArn: role('override'),
        executionRoleArn: null,
        environmentFiles: [],
        tasks: 1,
      },
    ]),
  );
  expect(gaps).toEqual([]);
});

it('reads the revisions that share a host with services, and the roles of both and of overrides', async () => {
  mockTasks([overridden, atNight]);

  const read = await collect();

  expect(read.taskDefinition.map(({ arn }) => arn)).toEqual([
    DEFINITION,
    NIGHT,
  ]);
  expect(read.role.map(({ arn }) => arn)).toEqual(
    expect.arrayContaining([role('override'), role('night')]),
  );
});

it('lists in pages and describes in hundreds', async () => {
  mockTasks([]);
  const arns = Array.from({ length: 150 }, (_, index) => taskArn(index));
  aws.ecs
    .on(ListTasksCommand)
    .resolvesOnce({ taskArns: arns.slice(0, 100), nextToken: 'more' })
    .resolvesOnce({ taskArns: arns.slice(100) });

  await collect();

  expect(
    aws.ecs
      .commandCalls(ListTasksCommand)
      .map(({ args }) => args[0].input.maxResults),
  ).toEqual([100, 100]);
  expect(
    aws.ecs.commandCalls(DescribeTasksCommand).map(({ args }) => args[0].input),
  ).toEqual([
    { cluster: CLUSTER, tasks: arns.slice(0, 100) },
    { cluster: CLUSTER, tasks: arns.slice(100) },
  ]);
});

it.each([
  {
    why: 'ended',
    answer: { tasks: [], failures: [{ arn: taskArn(0), reason: 'MISSING' }] },
  },
  {
    why: 'is of another cluster',
    answer: {
      tasks: [
        {
          clusterArn: `${CLUSTER}-2`,
          containerInstanceArn: HOST,
          taskDefinitionArn: DEFINITION,
        },
      ],
    },
  },
])('leaves out a task that $why, and makes no gap', async ({ answer }) => {
  mockTasks([ofCheckout]);
  aws.ecs.on(DescribeTasksCommand).resolves(answer);

  const { host, gaps } = await collect();

  expect(host[0].tasks).toEqual(known([]));
  expect(gaps).toEqual([]);
});

it('knows that nothing runs in a cluster that was deleted since', async () => {
  mockTasks([]);
  aws.ecs
    .on(ListTasksCommand)
    .rejects(awsError('ClusterNotFoundException', 'Cluster not found.'));

  const { service, gaps } = await collect();

  expect(service[0].overrides).toEqual(known([]));
  expect(gaps).toEqual([]);
});

it.each([
  {
    api: 'ecs:ListTasks',
    refuse: (error: Error) => aws.ecs.on(ListTasksCommand).rejects(error),
  },
  {
    api: 'ecs:DescribeTasks',
    refuse: (error: Error) => aws.ecs.on(DescribeTasksCommand).rejects(error),
  },
])('knows no task where $api is refused, and makes no gap', async refused => {
  mockTasks([ofCheckout]);
  refused.refuse(awsError('AccessDeniedException'));

  const { host, service, gaps } = await collect();

  const denied = unknown('AccessDenied', refused.api);
  expect(host[0].tasks).toEqual(denied);
  expect(service[0].overrides).toEqual(denied);
  expect(gaps).toEqual([]);
});

it('knows no task when a part of them is throttled: half of them would look like all', async () => {
  mockTasks([]);
  aws.ecs.on(ListTasksCommand).resolves({
    taskArns: Array.from({ length: 101 }, (_, index) => taskArn(index)),
  });
  aws.ecs
    .on(DescribeTasksCommand)
    .resolvesOnce({ tasks: [] })
    .rejects(awsError('ThrottlingException', 'Rate exceeded'));

  const { host, gaps } = await collect();

  expect(host[0].tasks).toEqual(unknown('Throttled'));
  expect(gaps).toEqual([
    {
      api: 'ecs:DescribeTasks',
      because: 'Throttled',
      message: 'Rate exceeded',
      resources: [CLUSTER],
      leavesIncomplete: ['role'],
    },
  ]);
});

it('knows no task when ECS leaves one out for another reason than its end', async () => {
  mockTasks([ofCheckout]);
  aws.ecs.on(DescribeTasksCommand).resolves({
    tasks: [],
    failures: [{ arn: taskArn(0), reason: 'UNAVAILABLE' }],
  });

  const { host, gaps } = await collect();

  expect(host[0].tasks).toEqual(unknown('UNAVAILABLE'));
  expect(gaps).toEqual([
    expect.objectContaining({
      api: 'ecs:DescribeTasks',
      because: 'UNAVAILABLE',
      resources: [taskArn(0)],
    }),
  ]);
});

it('asks for the tasks of a few clusters only where it is denied in all', async () => {
  mockTasks([]);
  aws.ecs.on(ListTasksCommand).rejects(awsError('AccessDeniedException'));
  const clusters = Array.from({ length: 40 }, (_, index) => ({
    clusterArn: `${CLUSTER}${index}`,
    registeredContainerInstancesCount: 0,
  }));
  aws.ecs.on(DescribeClustersCommand).resolves({ clusters });

  await collect();

  expect(aws.ecs.commandCalls(ListTasksCommand).length).toBeLessThan(10);
});
