import {
  DescribeTaskDefinitionCommand,
  ListServicesCommand,
} from '@aws-sdk/client-ecs';
import {
  anSdkTaskDefinition,
  anyAccess,
  awsError,
  DEFINITION,
  mockAws,
  mockFleet,
  production,
} from '../../testSupport/awsMocks';
import { collectAll } from '../../testSupport/collectAll';
import { AwsCollector } from '../AwsCollector';

const aws = mockAws();

const revision = (number: number) =>
  `arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:${number}`;

function mockLatest(number: number) {
  aws.ecs
    .on(DescribeTaskDefinitionCommand, { taskDefinition: 'checkout' })
    .resolves({
      taskDefinition: anSdkTaskDefinition({
        taskDefinitionArn: revision(number),
        revision: number,
        taskRoleArn: 'arn:aws:iam::111122223333:role/next',
      }),
    });
}

/** A collector whose clock shows the hour of each read. */
function aCollector() {
  let hour = 0;
  const clock = {
    now: () => hour * 60 * 60 * 1000,
    sleep: async () => undefined,
  };
  const collector = AwsCollector.create({ access: anyAccess, clock });
  return (at: number) => {
    hour = at;
    aws.ecs.resetHistory();
    return collectAll(collector, production);
  };
}

const askedFamilies = () =>
  aws.ecs
    .commandCalls(DescribeTaskDefinitionCommand)
    .map(({ args }) => args[0].input.taskDefinition)
    .filter(asked => !asked?.startsWith('arn:'));

beforeEach(() => {
  Object.values(aws).forEach(mock => mock.reset());
  mockFleet(aws);
});
afterAll(() => Object.values(aws).forEach(mock => mock.restore()));

it('reads the latest revision of a family that a service runs, as a revision too', async () => {
  mockLatest(9);

  const read = await aCollector()(0);

  expect(read.taskDefinition.map(({ arn }) => arn)).toEqual([
    DEFINITION,
    revision(9),
  ]);
  expect(read.taskDefinitionFamily).toEqual([
    {
      name: 'checkout',
      accountId: '111122223333',
      region: 'eu-west-1',
      latest: read.taskDefinition[1],
    },
  ]);
});

it('does not read the roles of a revision that nobody runs', async () => {
  mockLatest(9);

  const { role } = await aCollector()(0);

  expect(role.map(({ name }) => name)).toEqual([
    'checkoutExec',
    'checkoutTask',
  ]);
});

it('yields the latest revision once when a service runs it', async () => {
  const { taskDefinition, taskDefinitionFamily } = await aCollector()(0);

  expect(taskDefinition.map(({ arn }) => arn)).toEqual([DEFINITION]);
  expect(taskDefinitionFamily).toHaveLength(1);
});

it('asks for a family once a day', async () => {
  const readAt = aCollector();

  for (const [hour, asked] of [
    [0, ['checkout']],
    [1, []],
    [23, []],
    [25, ['checkout']],
  ] as const) {
    await readAt(hour);
    expect([hour, askedFamilies()]).toEqual([hour, asked]);
  }
});

it('asks again for a family of which a newer revision runs', async () => {
  const readAt = aCollector();
  await readAt(0);
  mockFleet(aws, { service: { deployments: [], taskDefinition: revision(8) } });
  mockLatest(8);

  const { taskDefinitionFamily } = await readAt(1);

  expect(taskDefinitionFamily.map(({ latest }) => latest.revision)).toEqual([
    8,
  ]);
});

it('asks again after a read that ended before the family was written', async () => {
  const collector = AwsCollector.create({ access: anyAccess });
  for await (const { kind } of collector.collect(production, {
    roleArns: [],
    taskFamilies: [],
    storedTaskDefinitions: async () => [],
    signal: new AbortController().signal,
  })) {
    if (kind === 'taskDefinitionFamily') break;
  }
  aws.ecs.resetHistory();

  await collectAll(collector, production);

  expect(askedFamilies()).toEqual(['checkout']);
});

it('knows none, and makes no gap, where the family has no active revision; and asks no more that day', async () => {
  aws.ecs
    .on(DescribeTaskDefinitionCommand, { taskDefinition: 'checkout' })
    .rejects(
      awsError('ClientException', 'Unable to describe task definition.'),
    );
  const readAt = aCollector();

  const { taskDefinitionFamily, gaps } = await readAt(0);
  await readAt(1);

  expect([taskDefinitionFamily, gaps]).toEqual([[], []]);
  expect(askedFamilies()).toEqual([]);
});

it.each([
  {
    what: 'no gap, and asks again,',
    error: awsError('AccessDeniedException'),
    made: [],
  },
  {
    what: 'a gap, and asks again,',
    error: awsError('ThrottlingException', 'Rate exceeded'),
    made: [
      {
        api: 'ecs:DescribeTaskDefinition',
        because: 'Throttled',
        message: 'Rate exceeded',
        resources: [DEFINITION.replace(':7', '')],
        leavesIncomplete: [],
      },
    ],
  },
])('makes $what after $error.name', async ({ error, made }) => {
  aws.ecs
    .on(DescribeTaskDefinitionCommand, { taskDefinition: 'checkout' })
    .rejects(error);
  const readAt = aCollector();

  const { taskDefinitionFamily, gaps } = await readAt(0);
  await readAt(1);

  expect([taskDefinitionFamily, gaps]).toEqual([[], made]);
  expect(askedFamilies()).toEqual(['checkout']);
});

it('asks again for a family that was out of use in between', async () => {
  const readAt = aCollector();
  await readAt(0);
  aws.ecs.on(ListServicesCommand).resolves({ serviceArns: [] });
  await readAt(1);
  mockFleet(aws);

  await readAt(2);

  expect(askedFamilies()).toEqual(['checkout']);
});

it('asks for nothing when no service could be listed', async () => {
  aws.ecs.on(ListServicesCommand).rejects(awsError('AccessDeniedException'));

  await aCollector()(0);

  expect(askedFamilies()).toEqual([]);
});
