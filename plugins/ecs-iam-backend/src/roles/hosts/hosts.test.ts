import { known, unknown } from '@ecs-iam/iam-analysis';
import type { Host } from '@ecs-iam/iam-analysis';
import { aRole } from '@ecs-iam/iam-analysis/testUtils';
import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { aBackend } from '../../testSupport/aBackend';
import type { Policy } from '../../testSupport/aBackend';
import {
  allowing,
  hostTasks,
  onHosts,
  openHost,
} from '../../testSupport/aHostFleet';
import { IRELAND } from '../../testSupport/anInventory';
import { checkout, orders, rolesOf } from '../../testSupport/aScannedBackend';
import { FixtureCollector } from '../../testSupport/FixtureCollector';

const families = ['checkout', 'orders', 'batch'];

const together = [hostTasks('checkout', { count: 2 }), hostTasks('orders')];
const hosts = [
  openHost('i-1', { tasks: known(together) }),
  openHost('i-2', { tasks: known([...together].reverse()) }),
  openHost('i-3', {
    tasks: known([
      hostTasks('orders'),
      hostTasks('batch', { serviceName: null, count: 3 }),
    ]),
  }),
];

const secretReader: FactPage = {
  kind: 'role',
  facts: [
    aRole({
      name: 'orders-task',
      policies: allowing('secretsmanager:GetSecretValue'),
    }),
  ],
};

/** What the tab of `checkout` shows of its hosts. */
async function hostsOf(
  fleet: readonly Host[],
  policy: Policy = () => true,
  more: readonly FactPage[] = [secretReader],
) {
  const collector = FixtureCollector.create();
  collector.answer(IRELAND, [
    ...onHosts(families, ['checkout', 'orders'], fleet),
    ...more,
  ]);
  let allowed: Policy = () => true;
  const backend = await aBackend({
    collector,
    entities: [checkout, orders],
    policy: (name, ref) => allowed(name, ref),
    only: ['iam.data-exfiltration'],
  });
  await backend.scan();
  allowed = policy;
  const { services } = await rolesOf(backend, 'checkout');
  return services[0].hosts;
}

async function groupsOf(...args: Parameters<typeof hostsOf>) {
  const found = await hostsOf(...args);
  return found.known ? found.value : [];
}

const taskNames = (group: Awaited<ReturnType<typeof groupsOf>>[number]) =>
  group.tasks.known &&
  group.tasks.value.map(({ family, count, own }) => [family, count, own]);

describe('the hosts of a service', () => {
  it('stand in groups of those that are alike, with all that runs there', async () => {
    const [shared, others, ...rest] = await groupsOf(hosts);
    expect(rest).toEqual([]);
    expect(shared).toMatchObject({
      names: ['i-1', 'i-2'],
      count: 2,
      running: true,
      compute: 'ec2',
      capacityProvider: null,
      role: { name: 'ecsInstanceRole' },
      unresolved: null,
      imds: { reach: 'yes', why: expect.stringContaining('IMDSv1') },
      hidden: { services: 0, tasks: 0 },
    });
    expect(taskNames(shared)).toEqual([
      ['checkout', 4, true],
      ['orders', 2, false],
    ]);
    expect(taskNames(others)).toEqual([
      ['batch', 3, false],
      ['orders', 1, false],
    ]);
  });

  it('tell of each task whose it is and which roles it has', async () => {
    const [{ tasks }] = await groupsOf(hosts);
    expect(tasks.known && tasks.value[1]).toEqual({
      family: 'orders',
      revision: 1,
      serviceArn: expect.stringMatching(/:service\/prod-eu\/orders$/),
      serviceName: 'orders',
      entityRefs: ['component:default/orders'],
      own: false,
      count: 2,
      networkMode: 'bridge',
      roles: [
        {
          slot: 'task',
          role: expect.objectContaining({ name: 'orders-task' }),
        },
      ],
    });
  });

  it('tell tasks of a service from those of a family of the same name', async () => {
    const alone = hostTasks('orders', { serviceName: null });
    const [{ tasks }] = await groupsOf([
      openHost('i-1', {
        tasks: known([hostTasks('checkout'), hostTasks('orders'), alone]),
      }),
    ]);
    expect(
      tasks.known &&
        tasks.value.map(({ family, serviceName, entityRefs }) => [
          family,
          serviceName,
          entityRefs,
        ]),
    ).toEqual([
      ['checkout', 'checkout', ['component:default/checkout']],
      ['orders', 'orders', ['component:default/orders']],
      ['orders', null, []],
    ]);
  });

  it('tell what containers could reach together', async () => {
    const [shared, others] = await groupsOf(hosts);
    expect(shared.together).toEqual({
      roles: 3,
      worst: 'high',
      can: ['read every secret of the account'],
    });
    expect(others.together?.roles).toBe(3);
  });

  it('reach nothing together where the metadata service is closed', async () => {
    const closed = known({
      httpEndpoint: 'enabled',
      httpTokens: 'required',
      httpPutResponseHopLimit: 1,
    });
    const [group] = await groupsOf(
      hosts.map(host => ({ ...host, metadataOptions: closed })),
    );
    expect(group.imds.reach).toBe('no');
    expect(group.together).toEqual({ roles: 0, worst: null, can: [] });
  });

  it('say of how many roles it is not known what they allow', async () => {
    const unread = aRole({ name: 'unread', policies: unknown('denied') });
    const special = hostTasks('orders', { taskRoleArn: unread.arn });
    const host = openHost('i-1', {
      tasks: known([hostTasks('checkout'), special]),
    });
    const [{ together: reached }] = await groupsOf([host], () => true, [
      { kind: 'role', facts: [unread] },
    ]);
    expect(reached).toEqual({
      roles: 3,
      worst: null,
      can: ['do what 1 role allows whose policies could not be read'],
    });
  });

  it('do not tell what could be reached where it is not known what runs', async () => {
    const [group] = await groupsOf([
      openHost('i-1', { tasks: unknown('AccessDenied', 'ecs:ListTasks') }),
    ]);
    expect(group).toMatchObject({
      tasks: { known: false, because: 'AccessDenied', needs: 'ecs:ListTasks' },
      together: null,
    });
  });

  describe('for who may see the own entity alone', () => {
    const ownCheckout: Policy = (name, ref) =>
      name === 'ecs-iam.roles.read' && ref === 'component:default/checkout';

    it('count the tasks and services of others', async () => {
      const [shared, others] = await groupsOf(hosts, ownCheckout);
      expect(taskNames(shared)).toEqual([['checkout', 4, true]]);
      expect(shared.hidden).toEqual({ services: 1, tasks: 2 });
      expect(taskNames(others)).toEqual([]);
      expect(others.hidden).toEqual({ services: 1, tasks: 4 });
    });

    it('tell nothing of others but what could be reached together', async () => {
      const found = await hostsOf(hosts, ownCheckout);
      expect(JSON.stringify(found)).not.toMatch(/orders|batch/);
      expect(found.known && found.value[0].together).toEqual({
        roles: 3,
        worst: 'high',
        can: ['read every secret of the account'],
      });
    });
  });

  it('are shown in full to who may see the fleet, without the names of entities', async () => {
    const fleet: Policy = (name, ref) =>
      name === 'ecs-iam.fleet.read' || ref === 'component:default/checkout';
    const [{ tasks, hidden }] = await groupsOf(hosts, fleet);
    expect(
      tasks.known &&
        tasks.value.map(({ family, entityRefs }) => [family, entityRefs]),
    ).toEqual([
      ['checkout', ['component:default/checkout']],
      ['orders', []],
    ]);
    expect(hidden).toEqual({ services: 0, tasks: 0 });
  });
});
