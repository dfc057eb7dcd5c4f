import type { Knex } from 'knex';
import { testDatabases } from '../testSupport/databases';
import { migrate, migrationsDirectory } from './migrate';

const databases = testDatabases();

/** What each migration makes, in order. */
const tables: readonly (readonly [string, readonly string[]])[] = [
  [
    '20261101000000_facts.js',
    [
      'fact',
      'gap',
      'role',
      'role_sighting',
      'service',
      'service_tag',
      'target',
      'task_definition',
    ],
  ],
  ['20261101000100_findings.js', ['finding', 'role_use']],
  ['20261101000200_scans.js', ['scan', 'scan_target']],
  ['20261127000000_role_needs.js', []],
];

const service = {
  id: '0123456789abcdef0123456789abcdef',
  arn: 'arn:aws:ecs:eu-west-1:111122223333:service/prod-eu/checkout',
  name: 'checkout',
  cluster_id: '00000000000000000000000000000000',
  cluster_name: 'prod-eu',
  account_id: '111122223333',
  region: 'eu-west-1',
  compute: '["fargate"]',
  tags: '{}',
  fact: '{}',
  read_at: '2026-11-02T10:00:00.000Z',
  gone_at: null,
};

describe.each(databases.engines)('migrations, %s', engine => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(engine);
  });

  const up = () => knex.migrate.up({ directory: migrationsDirectory });
  const down = () => knex.migrate.down({ directory: migrationsDirectory });

  async function existing(names: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const name of names) {
      if (await knex.schema.hasTable(name)) {
        found.push(name);
      }
    }
    return found;
  }

  const making = tables.filter(([, made]) => made.length > 0);

  it.each(making)('%s goes up, down and up again', async (name, made) => {
    for (const [earlier] of tables.slice(
      0,
      tables.findIndex(([each]) => each === name),
    )) {
      expect((await up())[1]).toEqual([expect.stringContaining(earlier)]);
    }
    expect(await existing(made)).toEqual([]);
    expect((await up())[1]).toEqual([expect.stringContaining(name)]);
    expect(await existing(made)).toEqual(made);
    await down();
    expect(await existing(made)).toEqual([]);
    await up();
    expect(await existing(made)).toEqual(made);
  });

  it('keep the facts when findings and scans come and go', async () => {
    await up();
    await knex('service').insert(service);
    await up();
    await up();
    expect(await knex('service')).toEqual([service]);
    await down();
    await down();
    expect(await knex('service')).toEqual([service]);
  });

  describe('needs of roles', () => {
    const before = { directory: migrationsDirectory };
    const use = {
      service_id: service.id,
      position: 0,
      slot: 'task',
      role_id: null,
      role_arn: null,
      service_arn: service.arn,
      role_use: '{"slot":"task"}',
      undecided: '[]',
    };
    const target = { account_id: '111122223333', region: 'eu-west-1' };
    const dates = { read_at: service.read_at, gone_at: null };

    beforeEach(async () => {
      for (const _ of tables.slice(0, -1)) {
        await knex.migrate.up(before);
      }
      await knex('service').insert({
        ...service,
        fact: '{"name":"checkout","serviceConnectLogs":{"driver":"awslogs"}}',
      });
      await knex('role_use').insert(use);
      await knex('task_definition').insert({
        id: '1',
        arn: 'checkout:7',
        fact: '{}',
        read_at: service.read_at,
      });
      await knex('fact').insert(
        ['cluster', 'host', 'instanceProfile'].map(kind => ({
          ...target,
          ...dates,
          kind,
          id: '1',
          fact: `{"arn":"${kind}"}`,
        })),
      );
      await up();
    });

    it('have a place beside each use, which is empty until the next scan', async () => {
      const [stored] = await knex('role_use');
      expect({ ...stored, imds_reached: Boolean(stored.imds_reached) }).toEqual(
        { ...use, needs: null, imds_reached: false },
      );
      await down();
      expect(await knex('role_use')).toEqual([use]);
      await up();
      expect(await knex('role_use')).toEqual([stored]);
    });

    it('make the revisions be read again', async () => {
      expect(await knex('task_definition')).toEqual([]);
    });

    it('say of older facts what was not read', async () => {
      const unread = {
        known: false,
        because: 'it was not part of the last scan',
      };
      const { fact } = await knex('service').first('fact');
      expect(JSON.parse(fact)).toEqual({
        name: 'checkout',
        serviceConnectLogs: { driver: 'awslogs', secretOptions: [] },
        kind: 'service',
        platformVersion: null,
        assignPublicIp: null,
        express: false,
        guardDuty: unread,
        overrides: unread,
      });
      const facts: { fact: string }[] = await knex('fact')
        .orderBy('kind')
        .select('fact');
      expect(facts.map(row => JSON.parse(row.fact))).toEqual([
        { arn: 'cluster', daemons: unread },
        {
          arn: 'host',
          registeredRoleArn: unread,
          publicIp: unread,
          tasks: unread,
        },
        { arn: 'instanceProfile' },
      ]);
    });

    it('leave what scans have read since as it is when they go and come again', async () => {
      const report = {
        name: 'report',
        serviceConnectLogs: { driver: 'awslogs', secretOptions: ['secret'] },
        kind: 'task-family',
        platformVersion: '1.4.0',
        assignPublicIp: true,
        express: true,
        guardDuty: { known: true, value: true },
        overrides: { known: true, value: [] },
      };
      const host = {
        arn: 'host',
        registeredRoleArn: { known: true, value: null },
        publicIp: { known: true, value: true },
        tasks: { known: true, value: [] },
      };
      await knex('service').update({ fact: JSON.stringify(report) });
      await knex('fact')
        .where({ kind: 'host' })
        .update({ fact: JSON.stringify(host) });
      await down();
      await up();
      const { fact } = await knex('service').first('fact');
      expect(JSON.parse(fact)).toEqual(report);
      const stored = await knex('fact').where({ kind: 'host' }).first('fact');
      expect(JSON.parse(stored.fact)).toEqual(host);
    });
  });

  it('may run twice', async () => {
    await migrate(knex);
    await knex('service').insert(service);
    await migrate(knex);
    expect(await knex('service')).toEqual([service]);
    expect(await knex.migrate.list({ directory: migrationsDirectory })).toEqual(
      [tables.map(([name]) => ({ name })), []],
    );
  });
});
