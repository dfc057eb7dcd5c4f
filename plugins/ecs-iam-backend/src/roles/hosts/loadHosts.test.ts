import { known } from '@ecs-iam/iam-analysis';
import type { Knex } from 'knex';
import { EntityIndex } from '../../entities/EntityIndex';
import type { DatabaseInventory } from '../../inventory/DatabaseInventory';
import { hostTasks, onHosts, openHost } from '../../testSupport/aHostFleet';
import { anInventory } from '../../testSupport/anInventory';
import { testDatabases } from '../../testSupport/databases';
import { aRead } from '../../testSupport/inventoryFixtures';
import { ConsoleLinks } from '../present/ConsoleLinks';
import { loadHosts } from './loadHosts';
import { presentHosts } from './presentHosts';

const databases = testDatabases();

const names = Array.from({ length: 30 }, (_, index) => `service-${index}`);

describe.each(databases.engines)('loadHosts, %s', engine => {
  let knex: Knex;
  let inventory: DatabaseInventory;

  beforeEach(async () => {
    knex = await databases.init(engine);
    inventory = await anInventory(knex);
    const hosts = Array.from({ length: 1_000 }, (_, index) =>
      openHost(`i-${index}`, {
        tasks: known([
          hostTasks(names[index % 30]),
          hostTasks(names[Math.floor(index / 30) % 30]),
        ]),
      }),
    );
    await aRead(inventory, onHosts(names, names, hosts), '10:00');
    for (const serviceArn of await arns()) {
      await inventory.replaceRoleUses([
        { serviceArn, compute: ['ec2'], uses: [] },
      ]);
    }
  });

  async function arns(): Promise<readonly string[]> {
    return knex('service').orderBy('name').pluck('arn');
  }

  async function load(count: number) {
    const services = await inventory.services((await arns()).slice(0, count));
    let queries = 0;
    knex.on('query', () => {
      queries += 1;
    });
    const found = await loadHosts(
      services,
      [],
      inventory,
      EntityIndex.create([]),
    );
    knex.removeAllListeners('query');
    return { found, queries };
  }

  it('asks no more for many services than for one', async () => {
    const one = await load(1);
    const many = await load(30);
    expect(one.found.size).toBe(1);
    expect(many.found.size).toBe(30);
    expect(many.queries).toBe(one.queries);
  });

  it('gives few groups of a thousand hosts, with every host and task counted', async () => {
    const { found } = await load(1);
    const [view] = found.values();
    const hosts = presentHosts(view, ConsoleLinks.create());
    const groups = hosts.known ? hosts.value : [];
    expect(groups.length).toBe(1);
    const [{ names: named, count, tasks }] = groups;
    expect(named.length).toBe(10);
    expect(count).toBe(1_000);
    expect(
      tasks.known && tasks.value.reduce((sum, task) => sum + task.count, 0),
    ).toBe(2_000);
    expect(tasks.known && tasks.value.length).toBe(30);
  });

  it('has none of services that are gone, or on Fargate alone', async () => {
    const [first, second] = await inventory.services(
      (await arns()).slice(0, 2),
    );
    const found = await loadHosts(
      [
        { ...first, compute: ['fargate'] },
        { ...second, goneAt: '2026-11-02T10:00:00.000Z' },
      ],
      [],
      inventory,
      EntityIndex.create([]),
    );
    expect(found.size).toBe(0);
    expect(presentHosts(undefined, ConsoleLinks.create())).toEqual(known([]));
  });
});
