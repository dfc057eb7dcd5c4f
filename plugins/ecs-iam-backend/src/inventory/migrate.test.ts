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

  it.each(tables)('%s goes up, down and up again', async (name, made) => {
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
