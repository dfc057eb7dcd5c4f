import { known, unknown } from '@ecs-iam/iam-analysis';
import { aService } from '@ecs-iam/iam-analysis/testUtils';
import type { Knex } from 'knex';
import { anInventory } from '../../../testSupport/anInventory';
import { testDatabases } from '../../../testSupport/databases';
import { aRead } from '../../../testSupport/inventoryFixtures';
import type { DatabaseInventory } from '../../DatabaseInventory';

const databases = testDatabases();

describe.each(databases.engines)('services by tags, %s', engine => {
  let knex: Knex;
  let inventory: DatabaseInventory;

  beforeEach(async () => {
    knex = await databases.init(engine);
    inventory = await anInventory(knex);
  });

  const tagged = (name: string, tags: Record<string, string>) =>
    aService({ name, tags: known(tags) });
  const names = async (tags: Record<string, string>) =>
    (await inventory.servicesByTags(tags)).map(({ fact }) => fact.name);

  beforeEach(() =>
    aRead(
      inventory,
      [
        {
          kind: 'service',
          facts: [
            tagged('both', { component: 'checkout', environment: 'prod' }),
            tagged('one', { component: 'checkout', environment: 'test' }),
            tagged('case', { Component: 'checkout', environment: 'prod' }),
            tagged('none', {}),
          ],
        },
      ],
      '10:00',
    ),
  );

  it.each([
    ['one tag', { component: 'checkout' }, ['both', 'one']],
    [
      'two tags, both of which must match',
      { component: 'checkout', environment: 'prod' },
      ['both'],
    ],
    ['a value that is only the beginning', { component: 'check' }, []],
    ['a value in other letters', { component: 'Checkout' }, []],
    ['no tags: matches nothing', {}, []],
  ])('%s', async (_, tags, expected) => {
    expect(await names(tags)).toEqual(expected);
  });

  it('of today replace those of yesterday', async () => {
    await aRead(
      inventory,
      [{ kind: 'service', facts: [tagged('both', { component: 'cart' })] }],
      '10:30',
    );
    expect(await names({ component: 'cart' })).toEqual(['both']);
    expect(await names({ environment: 'prod' })).toEqual([]);
  });

  it('that cannot be read today stay as they were', async () => {
    const facts = [aService({ name: 'both', tags: unknown('AccessDenied') })];
    await aRead(inventory, [{ kind: 'service', facts }], '10:30');
    expect(await names({ environment: 'prod' })).toEqual(['both']);
  });
});
