import { aRole, aService, roleArn } from '@ecs-iam/iam-analysis/testUtils';
import type { FactPage, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Knex } from 'knex';
import { at, IRELAND, VIRGINIA } from '../../testSupport/anInventory';
import {
  aReadingRole,
  aSecretReader,
  READER_ROLE,
  secretOf,
} from '../../testSupport/aSecretReader';
import { aScanner } from '../../testSupport/aScanner';
import type { Scanner } from '../../testSupport/aScanner';
import { testDatabases } from '../../testSupport/databases';
import { aGap } from '../../testSupport/inventoryFixtures';

const databases = testDatabases();

const ruleIds = ['ecs.execution-role-broad-secrets', 'ecs.missing-permission'];

const web = aSecretReader('web', IRELAND);
const worker = aSecretReader('worker', VIRGINIA);
const secrets = {
  web: secretOf('web', IRELAND),
  worker: secretOf('worker', VIRGINIA),
};
const role: FactPage = {
  kind: 'role',
  facts: [aReadingRole([secrets.web, secrets.worker])],
};
const other: FactPage = { kind: 'role', facts: [aRole({ name: 'other' })] };

describe.each(databases.engines)('needs of a role, %s', engine => {
  let knex: Knex;
  let scanner: Scanner;
  let minute = 0;

  beforeEach(async () => {
    knex = await databases.init(engine);
    scanner = await aScanner(knex, [IRELAND, VIRGINIA], ruleIds);
    minute = 0;
  });

  /** Scans a target alone, at a time after which it is due again. */
  async function scan(target: Target, pages: readonly FactPage[]) {
    scanner.collector.answer(target, pages);
    minute += 2;
    scanner.clock.now = at(`10:${String(minute).padStart(2, '0')}`);
    const { id } = await scanner.scans.request([target]);
    while ((await scanner.scans.get(id))?.finishedAt === null) {
      await new Promise(resolve => {
        setImmediate(resolve);
      });
    }
    expect((await scanner.scans.get(id))?.targets[0]?.error).toBeNull();
    await scanner.scheduler.idle();
  }

  /** The secrets that nothing needs of the role. */
  async function excess(name = READER_ROLE) {
    return (await scanner.inventory.findings([roleArn(name)])).map(
      ({ slot, data }) => `${slot} ${data.granted}`,
    );
  }

  async function undecided(name = READER_ROLE) {
    const uses = await scanner.inventory.usesOfRoles([roleArn(name)]);
    return uses.map(use => [
      use.serviceArn.split('/').at(-1),
      use.undecided.map(({ because, needs }) => `${because} (${needs})`),
    ]);
  }

  it('are those of all services that use it, in whichever region', async () => {
    await scan(IRELAND, [...web, role]);
    await scan(VIRGINIA, [...worker, role]);
    expect(await excess()).toEqual([]);
    expect(await undecided()).toEqual(
      expect.arrayContaining([
        ['web', []],
        ['worker', []],
      ]),
    );
    const needs = await scanner.inventory.needsOfRoles(
      [roleArn(READER_ROLE)],
      ['execution'],
    );
    expect(
      needs.flatMap(use =>
        use.needs.known
          ? use.needs.value.flatMap(each =>
              each.needs.needs.map(({ resources }) => resources.join()),
            )
          : [use.needs.because],
      ),
    ).toEqual(expect.arrayContaining([secrets.web, secrets.worker]));
  });

  it('are not known before every region was scanned, and judged at once when the last one is', async () => {
    scanner.collector.answer(VIRGINIA, 'no route');
    await scan(IRELAND, [...web, role]);
    expect(await excess()).toEqual([]);
    expect(await undecided()).toEqual([
      [
        'web',
        ['the region us-east-1 of the account was not scanned yet (null)'],
      ],
    ]);
    await scan(VIRGINIA, []);
    expect(await excess()).toEqual([`execution ${secrets.worker}`]);
    expect(await undecided()).toEqual([['web', []]]);
  });

  it.each([
    [
      'services could not be listed',
      [{ kind: 'gap', gap: aGap() }],
      'AccessDenied (ecs:ListServices)',
    ],
    [
      'a revision could not be read',
      worker.filter(({ kind }) => kind !== 'taskDefinition'),
      'the task definition could not be read (ecs:DescribeTaskDefinition)',
    ],
  ] as const)(
    'are not known when in another region %s, and what was found stays',
    async (_, pages, because) => {
      await scan(IRELAND, [...web, role]);
      await scan(VIRGINIA, []);
      const found = [`execution ${secrets.worker}`];
      expect(await excess()).toEqual(found);
      await scan(VIRGINIA, pages);
      await scan(IRELAND, [...web, role]);
      expect(await excess()).toEqual(found);
      expect(await undecided()).toEqual([['web', [because]]]);
      await scan(VIRGINIA, [...worker, role]);
      expect(await excess()).toEqual([]);
    },
  );

  it.each([
    ['is gone', []],
    [
      'has another role',
      [
        ...aSecretReader('worker', VIRGINIA, { role: 'other', revision: 2 }),
        other,
      ],
    ],
  ] as const)(
    'are judged anew when a service of another region %s',
    async (_, pages) => {
      await scan(IRELAND, [...web, role]);
      await scan(VIRGINIA, [...worker, role]);
      await scan(VIRGINIA, pages);
      expect(await excess()).toEqual([`execution ${secrets.worker}`]);
    },
  );

  it('are judged anew when the next revision needs less', async () => {
    const both = [...web, ...aSecretReader('other', IRELAND), role];
    await scan(VIRGINIA, [...worker, role]);
    await scan(IRELAND, both);
    expect(await excess()).toEqual([]);
    await scan(VIRGINIA, [
      ...aSecretReader('worker', VIRGINIA, {
        revision: 2,
        secrets: [],
      }),
      role,
    ]);
    expect(await excess()).toEqual([`execution ${secrets.worker}`]);
  });

  it('are lacking in the service whose revision has them, and in no other', async () => {
    const lacking = async (name: string) =>
      (await scanner.inventory.findings([aService({ name }).arn])).map(
        ({ ruleId, slot, data }) => `${ruleId} ${slot} ${data.resources}`,
      );
    const narrow: FactPage = {
      kind: 'role',
      facts: [aReadingRole([secrets.web])],
    };
    const all = [...web, ...aSecretReader('api', IRELAND), narrow];
    await scan(IRELAND, all);
    expect(await lacking('web')).toEqual([]);
    expect(await lacking('api')).toEqual([
      `ecs.missing-permission execution ${secretOf('api', IRELAND)}`,
    ]);
  });

  it('are read only where a rule asks for them', async () => {
    const queries: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (/^select .*[`"]needs[`"]/.test(sql)) {
        queries.push(sql);
      }
    });
    scanner = await aScanner(knex, [IRELAND, VIRGINIA], ['iam.admin-access']);
    await scan(IRELAND, [...web, role]);
    // Once, to tell whether they changed.
    expect(queries.length).toBe(1);
  });
});
