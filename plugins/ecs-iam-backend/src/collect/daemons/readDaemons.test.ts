import {
  DescribeCapacityProvidersCommand,
  DescribeDaemonCommand,
  DescribeDaemonRevisionsCommand,
  DescribeDaemonTaskDefinitionCommand,
  ListDaemonsCommand,
  type CapacityProvider,
} from '@aws-sdk/client-ecs';
import { known, unknown } from '@ecs-iam/iam-analysis';
import {
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
const collect = (request: Parameters<typeof collectAll>[2] = {}) =>
  collectAll(AwsCollector.create({ access: anyAccess }), production, request);

const arn = (resource: string) =>
  `arn:aws:ecs:eu-west-1:111122223333:${resource}`;
const DAEMON = arn('daemon/shop/logs');
const PROVIDER = arn('capacity-provider/managed');
const DEFINITION = arn('daemon-task-definition/logs:2');
const revisionArn = (id: number) => arn(`daemon-revision/shop/logs/${id}`);
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

function mockProviders(...providers: readonly Partial<CapacityProvider>[]) {
  mockFleet(aws, {
    cluster: { capacityProviders: ['FARGATE', 'managed'] },
  });
  aws.ecs.on(DescribeCapacityProvidersCommand).resolves({
    capacityProviders: providers.map(provider => ({
      capacityProviderArn: PROVIDER,
      name: 'managed',
      ...provider,
    })),
  });
}

/** A cluster with Managed Instances, and a daemon of which these revisions run. */
function mockDaemon(revisions: readonly number[] = [1]) {
  mockProviders({ type: 'MANAGED_INSTANCES' });
  aws.ecs
    .on(ListDaemonsCommand)
    .resolves({ daemonSummariesList: [{ daemonArn: DAEMON }] });
  aws.ecs.on(DescribeDaemonCommand).resolves({
    daemon: {
      daemonArn: DAEMON,
      status: 'ACTIVE',
      currentRevisions: revisions.map(id => ({
        arn: revisionArn(id),
        capacityProviders: [{ arn: PROVIDER, runningCount: 1 }, {}],
      })),
    },
  });
  aws.ecs.on(DescribeDaemonRevisionsCommand).resolves({
    daemonRevisions: revisions.map(id => ({
      daemonRevisionArn: revisionArn(id),
      daemonTaskDefinitionArn: DEFINITION,
      enableExecuteCommand: true,
    })),
  });
  aws.ecs.on(DescribeDaemonTaskDefinitionCommand).resolves({
    daemonTaskDefinition: {
      daemonTaskDefinitionArn: DEFINITION,
      family: 'logs',
      revision: 2,
      taskRoleArn: role('logs'),
      executionRoleArn: role('logsExec'),
      pidMode: 'shared',
      ipcMode: 'none',
      status: 'ACTIVE',
      containerDefinitions: [
        {
          name: 'agent',
          image: 'fluent-bit',
          privileged: true,
          environment: [{ name: 'TOKEN', value: 'x' }],
          linuxParameters: { capabilities: { add: ['SYS_PTRACE'] } },
        },
      ],
      volumes: [{ name: 'docker', host: { sourcePath: '/var/run' } }],
    },
  });
}

const definition = {
  arn: DEFINITION,
  family: 'logs',
  revision: 2,
  taskRoleArn: role('logs'),
  executionRoleArn: role('logsExec'),
  networkMode: null,
  pidMode: 'shared',
  ipcMode: null,
  requiresCompatibilities: [],
  operatingSystem: null,
  containers: [
    expect.objectContaining({
      name: 'agent',
      image: 'fluent-bit',
      privileged: true,
      environment: [{ name: 'TOKEN', looksLikeCredential: expect.anything() }],
      addedCapabilities: ['SYS_PTRACE'],
    }),
  ],
  volumes: [
    expect.objectContaining({ name: 'docker', hostSourcePath: '/var/run' }),
  ],
  proxyType: null,
  enableFaultInjection: false,
};

beforeEach(() => Object.values(aws).forEach(mock => mock.reset()));
afterAll(() => Object.values(aws).forEach(mock => mock.restore()));

it('reads a daemon with what it runs, and the roles of that', async () => {
  mockDaemon();

  const { cluster, taskDefinition, role: roles, gaps } = await collect();

  expect(cluster[0].daemons).toEqual(
    known([
      {
        arn: DAEMON,
        name: 'logs',
        capacityProviders: [PROVIDER],
        enableExecuteCommand: true,
        taskDefinition: known(definition),
      },
    ]),
  );
  expect(taskDefinition[0]).toEqual(definition);
  expect(roles.map(({ arn: each }) => each)).toEqual(
    expect.arrayContaining([role('logs'), role('logsExec')]),
  );
  expect(gaps).toEqual([]);
});

it('has an entry for each revision of a daemon that runs', async () => {
  mockDaemon([1, 2]);

  const { cluster, taskDefinition } = await collect();

  expect(cluster[0].daemons).toMatchObject({
    value: [{ arn: DAEMON }, { arn: DAEMON }],
  });
  expect(taskDefinition.filter(each => each.arn === DEFINITION)).toHaveLength(
    1,
  );
});

it('reads the second page of daemons, and does without one that was deleted since', async () => {
  mockDaemon();
  aws.ecs
    .on(ListDaemonsCommand)
    .resolvesOnce({
      daemonSummariesList: [{ daemonArn: DAEMON }],
      nextToken: 'more',
    })
    .resolvesOnce({ daemonSummariesList: [{ daemonArn: `${DAEMON}-old` }] });
  aws.ecs
    .on(DescribeDaemonCommand, { daemonArn: `${DAEMON}-old` })
    .rejects(awsError('DaemonNotFoundException'));

  const { cluster, gaps } = await collect();

  expect(cluster[0].daemons).toMatchObject({ value: [{ arn: DAEMON }] });
  expect(
    aws.ecs.commandCalls(ListDaemonsCommand).map(({ args }) => args[0].input),
  ).toEqual([
    { clusterArn: CLUSTER, maxResults: 100, nextToken: undefined },
    { clusterArn: CLUSTER, maxResults: 100, nextToken: 'more' },
  ]);
  expect(gaps).toEqual([]);
});

it('does not ask for a task definition that is stored', async () => {
  mockDaemon();
  const [stored] = (await collect()).taskDefinition;
  aws.ecs.resetHistory();

  const { cluster } = await collect({
    storedTaskDefinitions: async arns =>
      arns.includes(DEFINITION) ? [stored] : [],
  });

  expect(cluster[0].daemons).toMatchObject({
    value: [{ taskDefinition: known(definition) }],
  });
  expect(aws.ecs.commandCalls(DescribeDaemonTaskDefinitionCommand)).toEqual([]);
});

describe('a cluster', () => {
  const asked = () => aws.ecs.commandCalls(ListDaemonsCommand).length;

  it('without capacity providers is known to have none, and is not asked', async () => {
    mockFleet(aws, { cluster: { capacityProviders: ['FARGATE'] } });

    expect((await collect()).cluster[0].daemons).toEqual(known([]));
    expect(asked()).toBe(0);
  });

  it('of an Auto Scaling group is known to have none, and is not asked', async () => {
    mockProviders({ autoScalingGroupProvider: { autoScalingGroupArn: '' } });

    expect((await collect()).cluster[0].daemons).toEqual(known([]));
    expect(asked()).toBe(0);
  });

  it('whose provider may not be described is asked', async () => {
    mockDaemon();
    aws.ecs
      .on(DescribeCapacityProvidersCommand)
      .rejects(awsError('AccessDeniedException'));

    const { cluster } = await collect();

    expect(cluster[0].daemons).toMatchObject({ value: [{ arn: DAEMON }] });
  });
});

it('asks once for a provider that the cluster and its services name', async () => {
  mockDaemon();
  mockFleet(aws, {
    cluster: { capacityProviders: ['managed'] },
    service: {
      capacityProviderStrategy: [
        { capacityProvider: 'managed' },
        { capacityProvider: 'former' },
      ],
    },
  });

  const { capacityProvider } = await collect();

  expect(
    aws.ecs
      .commandCalls(DescribeCapacityProvidersCommand)
      .map(({ args }) => args[0].input.capacityProviders),
  ).toEqual([['managed'], ['former']]);
  expect(capacityProvider.map(({ name }) => name)).toEqual(['managed']);
});

describe('what could not be read', () => {
  it.each([
    {
      api: 'ecs:ListDaemons',
      refuse: (error: Error) => aws.ecs.on(ListDaemonsCommand).rejects(error),
    },
    {
      api: 'ecs:DescribeDaemon',
      refuse: (error: Error) =>
        aws.ecs.on(DescribeDaemonCommand).rejects(error),
    },
    {
      api: 'ecs:DescribeDaemonRevisions',
      refuse: (error: Error) =>
        aws.ecs.on(DescribeDaemonRevisionsCommand).rejects(error),
    },
  ])('leaves all daemons unknown: $api', async ({ api, refuse }) => {
    mockDaemon();
    for (const [code, because] of [
      ['AccessDeniedException', 'AccessDenied'],
      ['UnsupportedFeatureException', 'UnknownOperation'],
    ]) {
      refuse(awsError(code));

      const { cluster, gaps } = await collect();

      expect(cluster[0].daemons).toEqual(unknown(because, api));
      expect(gaps).toEqual([]);
    }
  });

  it('leaves one task definition unknown', async () => {
    mockDaemon();
    aws.ecs
      .on(DescribeDaemonTaskDefinitionCommand)
      .rejects(awsError('AccessDeniedException'));

    const { cluster, gaps } = await collect();

    expect(cluster[0].daemons).toMatchObject({
      value: [
        {
          arn: DAEMON,
          taskDefinition: unknown(
            'AccessDenied',
            'ecs:DescribeDaemonTaskDefinition',
          ),
        },
      ],
    });
    expect(gaps).toEqual([]);
  });

  it('is a gap when it is throttled', async () => {
    mockDaemon();
    aws.ecs
      .on(DescribeDaemonCommand)
      .rejects(awsError('ThrottlingException', 'Rate exceeded'));

    const { cluster, gaps } = await collect();

    expect(cluster[0].daemons).toEqual(unknown('Throttled'));
    expect(gaps).toEqual([
      {
        api: 'ecs:DescribeDaemon',
        because: 'Throttled',
        message: 'Rate exceeded',
        resources: [DAEMON],
        leavesIncomplete: ['role'],
      },
    ]);
  });

  it('is unknown when ECS leaves a revision out', async () => {
    mockDaemon();
    aws.ecs.on(DescribeDaemonRevisionsCommand).resolves({
      failures: [{ arn: revisionArn(1), reason: 'MISSING' }],
    });

    const { cluster, gaps } = await collect();

    expect(cluster[0].daemons).toEqual(unknown('MISSING'));
    expect(gaps).toEqual([]);
  });

  it('is unknown where the answers are empty', async () => {
    mockDaemon();
    aws.ecs.on(DescribeDaemonTaskDefinitionCommand).resolves({});
    expect((await collect()).cluster[0].daemons).toMatchObject({
      value: [{ taskDefinition: unknown('EmptyAnswer') }],
    });

    aws.ecs.on(DescribeDaemonCommand).resolves({});
    expect((await collect()).cluster[0].daemons).toEqual(
      unknown('EmptyAnswer'),
    );
  });
});
