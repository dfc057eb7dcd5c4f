import { known, unknown } from '@ecs-iam/iam-analysis';
import {
  aRole,
  aService,
  roleArn,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import type { Knex } from 'knex';
import { anInventory, at, IRELAND } from '../../../testSupport/anInventory';
import { testDatabases } from '../../../testSupport/databases';
import { aRead, aUse } from '../../../testSupport/inventoryFixtures';
import type { DatabaseInventory } from '../../DatabaseInventory';

const databases = testDatabases();

const checkout = aService();
const cart = aService({ name: 'cart' });
const denied = {
  ruleId: 'ecs.role-shared',
  because: 'AccessDenied',
  needs: 'ecs:ListServices',
};

describe.each(databases.engines)('replaceRoleUses, %s', engine => {
  let knex: Knex;
  let inventory: DatabaseInventory;

  beforeEach(async () => {
    knex = await databases.init(engine);
    inventory = await anInventory(knex);
    await aRead(
      inventory,
      [{ kind: 'service', facts: [checkout, cart] }],
      '10:00',
    );
  });

  const write = (
    uses: Parameters<DatabaseInventory['writeRoleUses']>[2],
    service = checkout,
  ) =>
    inventory.replaceRoleUses([
      { serviceArn: service.arn, compute: ['fargate'], uses },
    ]);

  it('keeps the order of the rows and takes away those that are left over', async () => {
    const execution = aUse({
      slot: 'execution',
      roleArn: known(roleArn('checkout-execution')),
    });
    const none = aUse({ slot: 'instance', roleArn: known(null) });
    const hidden = aUse({ roleArn: unknown('AccessDenied') });
    await write([execution, aUse(), none, hidden]);
    const stored = { serviceArn: checkout.arn, undecided: [] };
    expect(await inventory.roleUses([checkout.arn, cart.arn])).toEqual([
      { ...execution, ...stored, position: 0 },
      { ...aUse(), ...stored, position: 1 },
      { ...none, ...stored, position: 2 },
      { ...hidden, ...stored, position: 3 },
    ]);
    await write([aUse()]);
    expect(await inventory.roleUses([checkout.arn])).toEqual([
      { ...aUse(), ...stored, position: 0 },
    ]);
    expect((await inventory.services([checkout.arn]))[0]?.compute).toEqual([
      'fargate',
    ]);
  });

  it('keeps what was undecided while a use is the same, and forgets it with the use', async () => {
    await write([{ ...aUse(), undecided: [denied] }]);
    await write([aUse()]);
    expect((await inventory.roleUses([checkout.arn]))[0]?.undecided).toEqual([
      denied,
    ]);
    await write([aUse({ notes: ['changed'] })]);
    expect((await inventory.roleUses([checkout.arn]))[0]?.undecided).toEqual(
      [],
    );
  });

  it('tells whose users changed', async () => {
    const role = aRole().arn;
    const task = { roleArn: role, slot: 'task' };
    const other = roleArn('other');
    expect(await write([aUse()])).toEqual([task]);
    expect(await write([aUse({ notes: ['a remark'] })])).toEqual([]);
    expect(await write([aUse({ roleArn: known(other) })])).toEqual([
      task,
      { roleArn: other, slot: 'task' },
    ]);
    expect(await write([])).toEqual([{ roleArn: other, slot: 'task' }]);
  });

  it('counts another revision as a change: its family may be another one', async () => {
    await write([aUse()]);
    const ofWeb = {
      taskDefinitionArn: taskDefinitionArn('web:7'),
      revision: 7,
      sharePercent: 100,
    };
    expect(await write([aUse({ revisions: [ofWeb] })])).toEqual([
      { roleArn: aRole().arn, slot: 'task' },
    ]);
  });

  it('finds the users of a role, in a slot or in all', async () => {
    const use = aUse({ slot: 'execution' });
    await write([aUse()]);
    await write([use], cart);
    const stored = { position: 0, undecided: [] };
    expect(await inventory.usesOfRoles([aRole().arn], ['task'])).toEqual([
      { ...aUse(), ...stored, serviceArn: checkout.arn },
    ]);
    expect((await inventory.usesOfRoles([aRole().arn])).length).toBe(2);
    expect(
      await inventory.slotsOfRoles([aRole().arn, roleArn('none')]),
    ).toEqual(
      new Map([
        [
          aRole().arn,
          new Map([
            [
              'execution',
              { compute: ['fargate'], isRunning: true, imdsReached: false },
            ],
            [
              'task',
              { compute: ['fargate'], isRunning: true, imdsReached: false },
            ],
          ]),
        ],
      ]),
    );
  });

  it('tells whether one of the services that use a role has tasks', async () => {
    const idle = [checkout, { ...cart, runningCount: 0 }];
    await aRead(inventory, [{ kind: 'service', facts: idle }], '10:30');
    await write([aUse({ roleArn: known(roleArn('shared')) })]);
    await write(
      [
        aUse({ roleArn: known(roleArn('shared')) }),
        aUse({ roleArn: known(roleArn('cart')) }),
      ],
      cart,
    );
    const slots = await inventory.slotsOfRoles([
      roleArn('shared'),
      roleArn('cart'),
    ]);
    expect(slots.get(roleArn('shared'))?.get('task')?.isRunning).toBe(true);
    expect(slots.get(roleArn('cart'))?.get('task')?.isRunning).toBe(false);
  });

  it('leaves out users of a target that has left, until it returns', async () => {
    await write([aUse()]);
    await inventory.registerTargets([], at('11:00'));
    expect(await inventory.usesOfRoles([aRole().arn])).toEqual([]);
    expect(await inventory.slotsOfRoles([aRole().arn])).toEqual(new Map());
    expect(await inventory.targets()).toEqual([]);
    expect((await inventory.services([checkout.arn])).length).toBe(1);
    await inventory.registerTargets([IRELAND], at('11:30'));
    expect((await inventory.usesOfRoles([aRole().arn])).length).toBe(1);
  });
});
