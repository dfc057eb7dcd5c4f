import { known, serviceHosts, unknown } from '@ecs-iam/iam-analysis';
import type { Daemon, Host, HostTask } from '@ecs-iam/iam-analysis';
import {
  aCluster,
  aHost,
  aRole,
  aRolePolicy,
  aService,
  aServiceContext,
  aTaskDefinition,
  roleArn,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import { someRoleEvidence } from '../../testSupport/someRoleEvidence';
import { coLocatedRoles } from './coLocatedRoles';

const administrator = aRole({
  name: 'orders-task',
  policies: known([
    aRolePolicy({
      document: known(
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
      ),
    }),
  ]),
});
const unread = aRole({
  name: 'unread',
  policies: unknown('AccessDenied', 'iam:ListRolePolicies'),
});

const definitions = ['checkout', 'orders', 'batch'].map(family =>
  aTaskDefinition({
    family,
    revision: 1,
    networkMode: 'bridge',
    taskRoleArn: `${family}-task`,
  }),
);

const tasksOf = (family: string, parts: Partial<HostTask> = {}): HostTask => ({
  taskDefinitionArn: taskDefinitionArn(`${family}:1`),
  serviceName: family,
  taskRoleArn: null,
  executionRoleArn: null,
  count: 1,
  ...parts,
});

async function coLocated(
  hosts: readonly Partial<Host>[],
  parts: Parameters<typeof aServiceContext>[0] = {},
) {
  const context = aServiceContext({
    service: aService({ launchType: 'EC2' }),
    taskDefinitions: definitions,
    hosts: known(
      hosts.map((host, index) => aHost({ instanceId: `i-${index}`, ...host })),
    ),
    ...parts,
  });
  const roles = await someRoleEvidence(
    [aRole(), administrator, unread],
    ['iam.admin-access'],
  );
  return coLocatedRoles(context, serviceHosts(context), roles);
}

const own = {
  roleArn: roleArn('checkout-task'),
  slot: 'task',
  family: 'checkout',
  worst: known(null),
};
const orders = {
  roleArn: roleArn('orders-task'),
  slot: 'task',
  family: 'orders',
  worst: known('critical'),
};

describe('coLocatedRoles', () => {
  it('are those of all tasks on hosts that run the service, with the worst of each', async () => {
    expect(
      await coLocated([
        { tasks: known([tasksOf('checkout'), tasksOf('orders')]) },
        { tasks: known([tasksOf('checkout', { count: 2 })]) },
      ]),
    ).toEqual(known([own, orders]));
  });

  it('are not those on hosts of the cluster that do not run it', async () => {
    expect(
      await coLocated([
        { tasks: known([tasksOf('checkout')]) },
        { tasks: known([tasksOf('orders')]) },
      ]),
    ).toEqual(known([own]));
  });

  it('have the role of an override in place of the one of the revision', async () => {
    const task = tasksOf('batch', {
      serviceName: null,
      taskRoleArn: roleArn('orders-task'),
    });
    expect(
      await coLocated([{ tasks: known([tasksOf('checkout'), task]) }]),
    ).toEqual(known([own, { ...orders, family: 'batch' }]));
  });

  it('are those beside tasks of a family that no service runs', async () => {
    const service = aService({
      kind: 'task-family',
      name: 'batch',
      launchType: 'EC2',
    });
    const batch = tasksOf('batch', { serviceName: null });
    const found = await coLocated(
      [
        { tasks: known([batch, tasksOf('orders')]) },
        { tasks: known([tasksOf('batch', { serviceName: 'batch' })]) },
      ],
      { service },
    );
    expect(found.known && found.value.map(({ family }) => family)).toEqual([
      'batch',
      'orders',
    ]);
  });

  it('are judged unknown where a role could not be read, whole or in part', async () => {
    const found = await coLocated([
      {
        tasks: known([
          tasksOf('checkout'),
          tasksOf('orders', { taskRoleArn: unread.arn }),
          tasksOf('batch'),
        ]),
      },
    ]);
    expect(found.known && found.value.map(({ worst }) => worst)).toEqual([
      known(null),
      unknown('AccessDenied', 'iam:ListRolePolicies'),
      unknown('it was not part of the last scan', 'iam:GetRole'),
    ]);
  });

  it.each<[string, Partial<Host>, string]>([
    ['what runs on a host', { tasks: unknown('AccessDenied') }, 'AccessDenied'],
    [
      'a task definition of another task',
      { tasks: known([tasksOf('checkout'), tasksOf('missing')]) },
      'it was not part of the last scan',
    ],
  ])('are not known when %s is not', async (_, host, because) => {
    expect(await coLocated([host])).toMatchObject({ known: false, because });
  });

  describe('with daemons', () => {
    const daemon = (provider: string): Daemon => ({
      arn: 'arn:aws:ecs:eu-west-1:111122223333:daemon/prod-eu/logs',
      name: 'logs',
      capacityProviders: [
        `arn:aws:ecs:eu-west-1:111122223333:capacity-provider/${provider}`,
      ],
      enableExecuteCommand: false,
      taskDefinition: known(
        aTaskDefinition({ family: 'logs', taskRoleArn: 'orders-task' }),
      ),
    });
    const onProvider = {
      capacityProviderName: 'managed',
      tasks: known([tasksOf('checkout')]),
    };

    it.each([
      ['of the capacity provider', 'managed', ['checkout', 'logs']],
      ['of no other', 'unmanaged', ['checkout']],
    ])('are those %s too', async (_, provider, families) => {
      const found = await coLocated([onProvider], {
        cluster: known(aCluster({ daemons: known([daemon(provider)]) })),
      });
      expect(found.known && found.value.map(({ family }) => family)).toEqual(
        families,
      );
    });

    it('are not known when the daemons are not', async () => {
      const denied = unknown('AccessDenied', 'ecs:ListDaemons');
      const cluster = known(aCluster({ daemons: denied }));
      expect(await coLocated([onProvider], { cluster })).toEqual(denied);
    });
  });
});
