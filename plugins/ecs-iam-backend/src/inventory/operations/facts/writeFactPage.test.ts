import { known } from '@ecs-iam/iam-analysis';
import {
  aCapacityProvider,
  aCluster,
  aHost,
  anInstanceProfile,
  aRole,
  aService,
  aTaskDefinition,
} from '@ecs-iam/iam-analysis/testUtils';
import type { Knex } from 'knex';
import {
  anInventory,
  at,
  IRELAND,
  VIRGINIA,
} from '../../../testSupport/anInventory';
import { testDatabases } from '../../../testSupport/databases';
import {
  aFamily,
  aRead,
  aRegistry,
  aSecretKey,
  everyKind,
} from '../../../testSupport/inventoryFixtures';
import type { DatabaseInventory } from '../../DatabaseInventory';

const databases = testDatabases();

describe.each(databases.engines)('pages of a read, %s', engine => {
  let knex: Knex;
  let inventory: DatabaseInventory;

  beforeEach(async () => {
    knex = await databases.init(engine);
    inventory = await anInventory(knex);
  });

  it('are there as soon as they are written', async () => {
    for (const page of everyKind) {
      await inventory.writePage(IRELAND, page, at('10:00'));
    }
    expect(await inventory.targetFacts(IRELAND)).toEqual({
      clusters: [aCluster()],
      services: [aService()],
      taskDefinitions: [aTaskDefinition()],
      capacityProviders: [aCapacityProvider()],
      hosts: [aHost()],
      instanceProfiles: [anInstanceProfile()],
      secretKeys: [aSecretKey],
      registry: aRegistry,
      families: [aFamily],
      roles: [aRole()],
      incomplete: new Map(),
    });
  });

  it('belong to their target', async () => {
    await inventory.writePage(
      IRELAND,
      { kind: 'cluster', facts: [aCluster()] },
      at('10:00'),
    );
    expect((await inventory.targetFacts(VIRGINIA)).clusters).toEqual([]);
  });

  it('may be longer than what one statement takes', async () => {
    const services = Array.from({ length: 1201 }, (_, index) =>
      aService({
        name: `service-${index}`,
        tags: known({ component: 'checkout', number: `${index}` }),
      }),
    );
    await aRead(inventory, [{ kind: 'service', facts: services }], '10:00');
    expect((await inventory.services(services.map(s => s.arn))).length).toBe(
      1201,
    );
    expect(
      (await inventory.servicesByTags({ component: 'checkout' })).length,
    ).toBe(1201);
  });

  it('may name a fact twice: the last one counts', async () => {
    const facts = [aService(), aService({ runningCount: 0 })];
    await inventory.writePage(IRELAND, { kind: 'service', facts }, at('10:00'));
    expect(await inventory.services([aService().arn])).toEqual([
      {
        fact: aService({ runningCount: 0 }),
        compute: [],
        readAt: at('10:00').toISOString(),
        goneAt: null,
      },
    ]);
  });
});
