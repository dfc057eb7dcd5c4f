import { known, unknown } from '@ecs-iam/iam-analysis';
import type { Host } from '@ecs-iam/iam-analysis';
import {
  aRole,
  aService,
  ecsArn,
  roleArn,
} from '@ecs-iam/iam-analysis/testUtils';
import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import type { Knex } from 'knex';
import {
  allowing,
  hostTasks,
  onHosts,
  openHost,
} from '../../testSupport/aHostFleet';
import { at, IRELAND } from '../../testSupport/anInventory';
import { aScanner } from '../../testSupport/aScanner';
import type { Scanner } from '../../testSupport/aScanner';
import { testDatabases } from '../../testSupport/databases';
import { aGap } from '../../testSupport/inventoryFixtures';

const databases = testDatabases();
const ruleIds = [
  'ecs.ecscape-colocation',
  'ecs.imdsv1-allowed',
  'ecs.instance-role-overprivileged',
  'iam.service-wildcard',
];
const CHECKOUT = aService().arn;
const families = ['checkout', 'orders'];
const role: FactPage = {
  kind: 'role',
  facts: [
    aRole({
      name: 'ecsInstanceRole',
      policies: allowing('s3:*', 'ecs:Poll', 'ecs:DiscoverPollEndpoint'),
    }),
  ],
};

const fleet = (parts: Partial<Host> = {}): readonly FactPage[] => [
  ...onHosts(families, families, [
    openHost('i-1', { tasks: known(families.map(each => hostTasks(each))) }),
  ]).map(page =>
    page.kind === 'host'
      ? { ...page, facts: page.facts.map(host => ({ ...host, ...parts })) }
      : page,
  ),
  role,
];

const withoutHosts = fleet().filter(
  ({ kind }) => kind !== 'host' && kind !== 'instanceProfile',
);

const failed = (api: string, resources: readonly string[]): FactPage => ({
  kind: 'gap',
  gap: aGap({
    api,
    because: 'Throttled',
    resources: [...resources],
    leavesIncomplete: ['host', 'instanceProfile', 'role'],
  }),
});

describe.each(databases.engines)('roles that may be in a slot, %s', engine => {
  let knex: Knex;
  let scanner: Scanner;
  let minute = 0;

  beforeEach(async () => {
    knex = await databases.init(engine);
    scanner = await aScanner(knex, [IRELAND], ruleIds);
    minute = 0;
  });

  async function scan(pages: readonly FactPage[]) {
    scanner.collector.answer(IRELAND, pages);
    minute += 2;
    scanner.clock.now = at(`10:${String(minute).padStart(2, '0')}`);
    const { id } = await scanner.scans.request([IRELAND]);
    while ((await scanner.scans.get(id))?.finishedAt === null) {
      await new Promise(resolve => {
        setImmediate(resolve);
      });
    }
    await scanner.scheduler.idle();
  }

  const found = async () =>
    (
      await scanner.inventory.findings([roleArn('ecsInstanceRole'), CHECKOUT])
    ).map(({ ruleId, slot }) => `${ruleId} ${slot}`);

  const all = [
    'ecs.ecscape-colocation instance',
    'ecs.imdsv1-allowed instance',
    'ecs.instance-role-overprivileged instance',
    'iam.service-wildcard instance',
  ];

  it.each<[string, readonly FactPage[]]>([
    [
      'hosts cannot be listed',
      [...withoutHosts, failed('ecs:ListContainerInstances', [])],
    ],
    [
      'the machines of hosts cannot be read',
      [
        ...fleet({
          instanceProfileArn: unknown('Throttled'),
          metadataOptions: unknown('Throttled'),
        }).filter(page => page !== role),
        failed('ec2:DescribeInstances', [
          ecsArn('container-instance/prod-eu/i-1'),
        ]),
      ],
    ],
  ])('keep what was found of them there while %s', async (_, pages) => {
    await scan(fleet());
    expect((await found()).sort()).toEqual(all);
    await scan(pages);
    expect((await found()).sort()).toEqual(all);
    await scan(pages);
    expect((await found()).sort()).toEqual(all);
    await scan(fleet());
    expect((await found()).sort()).toEqual(all);
  });

  it('are judged as task roles where there was never anything found of them there', async () => {
    await scan([...withoutHosts, failed('ecs:ListContainerInstances', [])]);
    expect(await found()).toEqual(['iam.service-wildcard task']);
  });

  it('are not in it any more when its hosts are gone', async () => {
    await scan(fleet());
    await scan(withoutHosts);
    expect(await found()).toEqual(['iam.service-wildcard task']);
  });
});
