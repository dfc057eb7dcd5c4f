import { mockServices } from '@backstage/backend-test-utils';
import { known, unknown } from '@ecs-iam/iam-analysis';
import { production } from '../../testSupport/awsMocks';
import { collectAll, type Collected } from '../../testSupport/collectAll';
import { motoClients } from '../../testSupport/motoClients';
import {
  describeWithMoto,
  startMotoServer,
  type MotoServer,
} from '../../testSupport/motoServer';
import { KEY, roleArn, seedTasks } from '../../testSupport/seedTasks';
import { EndpointAwsAccess } from '../access/EndpointAwsAccess';
import { AwsCollector } from '../AwsCollector';

const KEPT = 'example-value-that-must-not-be-seen';
const arn = (resource: string) =>
  `arn:aws:ecs:eu-west-1:111122223333:${resource}`;
const CHECKOUT = arn('task-definition/checkout:1');
const NIGHT = arn('task-definition/night:1');

// The machine that runs the tests may be busy.
jest.setTimeout(120_000);

describeWithMoto()('AwsCollector on tasks of moto', () => {
  let moto: MotoServer;
  let seeded: Awaited<ReturnType<typeof seedTasks>>;
  let read: Collected;

  beforeAll(async () => {
    moto = await startMotoServer();
    await moto.keepTasksRunning();
    const clients = motoClients({ endpoint: moto.endpoint, ...production });
    seeded = await seedTasks(clients, KEPT);
    read = await collectAll(
      AwsCollector.create({
        access: EndpointAwsAccess.fromConfig(mockServices.rootConfig(), {
          endpoint: moto.endpoint,
        }),
      }),
      production,
      { taskFamilies: ['night', 'day'] },
    );
  });

  afterAll(() => moto?.stop());

  it('tells what shares a host', () => {
    const host = read.host.find(each => each.arn === seeded.host);
    const tasks = host?.tasks.known ? [...host.tasks.value] : [];
    expect(
      tasks
        .map(task => [task.serviceName, task.taskRoleArn, task.count])
        .sort(),
    ).toEqual(
      [
        ['checkout', null, 1],
        ['checkout', roleArn('override'), 1],
        [null, null, 1],
      ].sort(),
    );
  });

  it('tells what tasks of a service were given in place of their revision', () => {
    expect(
      read.service
        .filter(({ kind }) => kind === 'service')
        .map(({ name, overrides }) => [name, overrides]),
    ).toEqual([
      [
        'checkout',
        known([
          {
            taskDefinitionArn: CHECKOUT,
            taskRoleArn: roleArn('override'),
            executionRoleArn: null,
            environmentFiles: [],
            tasks: 1,
          },
        ]),
      ],
    ]);
  });

  it('reads the tasks of a named family by cluster, and nothing of one that does not exist', () => {
    expect(
      read.service
        .filter(({ kind }) => kind === 'task-family')
        .map(each => [
          each.arn,
          each.clusterArn,
          each.launchType,
          each.runningCount,
        ])
        .sort(),
    ).toEqual([
      [arn('task-definition/night@shop'), arn('cluster/shop'), null, 1],
      [
        arn('task-definition/night@shop-batch'),
        arn('cluster/shop-batch'),
        'EC2',
        1,
      ],
    ]);
  });

  it('reads revisions, latest revisions and roles of all that runs', () => {
    expect(read.taskDefinition.map(each => each.arn)).toEqual(
      expect.arrayContaining([CHECKOUT, NIGHT]),
    );
    expect(
      read.taskDefinitionFamily
        .map(({ name, latest }) => [name, latest.arn])
        .sort(),
    ).toEqual([
      ['checkout', CHECKOUT],
      ['night', NIGHT],
    ]);
    expect(read.role.map(each => each.arn).sort()).toEqual(
      ['checkout', 'night', 'override'].map(roleArn),
    );
  });

  it('tells which keys encrypt what tasks name, and never what they hold', () => {
    expect(read.secretKey).toEqual([
      { arn: seeded.secret, keyArn: KEY },
      {
        arn: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/token',
        keyArn: null,
      },
    ]);
    expect(JSON.stringify(read.pages)).not.toContain(KEPT);
  });

  it('does without what the server does not know, and counts as whole', () => {
    expect(read.registry).toEqual([]);
    expect(
      read.host
        .filter(({ external }) => external)
        .map(({ registeredRoleArn }) => registeredRoleArn),
    ).toEqual([unknown('UnknownOperation', 'ssm:DescribeInstanceInformation')]);
    expect(read.gaps).toEqual([]);
  });
});
