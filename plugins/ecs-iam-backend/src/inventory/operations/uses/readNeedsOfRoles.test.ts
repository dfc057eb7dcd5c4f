import { known, unknown } from '@ecs-iam/iam-analysis';
import type { RoleNeeds } from '@ecs-iam/iam-analysis';
import {
  aRole,
  aService,
  roleArn,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import type { Knex } from 'knex';
import {
  anInventory,
  at,
  IRELAND,
  STAGING,
  VIRGINIA,
} from '../../../testSupport/anInventory';
import { testDatabases } from '../../../testSupport/databases';
import { aRead, aUse } from '../../../testSupport/inventoryFixtures';
import type { DatabaseInventory } from '../../DatabaseInventory';
import type { DerivedOfUse, ServiceUses } from '../../Inventory';

const databases = testDatabases();

const role = aRole().arn;
const checkout = aService();
const far = {
  ...checkout,
  arn: checkout.arn.replace('eu-west-1', 'us-east-1'),
  region: 'us-east-1',
};

const needs = (required: boolean): RoleNeeds => ({
  required,
  needs: [],
  accepted: [],
  unresolved: [],
  closed: true,
});

const derived = (
  required: boolean,
  parts: Partial<DerivedOfUse> = {},
): DerivedOfUse => ({
  needs: known([
    {
      taskDefinitionArn: taskDefinitionArn('checkout:7'),
      needs: needs(required),
    },
  ]),
  imdsReached: false,
  ...parts,
});

describe.each(databases.engines)('what follows from role uses, %s', engine => {
  let knex: Knex;
  let inventory: DatabaseInventory;

  beforeEach(async () => {
    knex = await databases.init(engine);
    inventory = await anInventory(knex);
    await inventory.registerTargets([IRELAND, VIRGINIA, STAGING], at('09:00'));
    await aRead(inventory, [{ kind: 'service', facts: [checkout] }], '10:00');
    await aRead(inventory, [{ kind: 'service', facts: [far] }], '10:00', {
      target: VIRGINIA,
    });
  });

  const write = (uses: ServiceUses['uses'], service = checkout) =>
    inventory.replaceRoleUses([
      { serviceArn: service.arn, compute: ['ec2'], uses },
    ]);
  const read = () => inventory.needsOfRoles([role], ['task', 'instance']);
  const inTask = { roleArn: role, slot: 'task' };

  it('is read by role and slot, across regions', async () => {
    await write([{ ...aUse(), derived: derived(true) }]);
    await write([{ ...aUse(), derived: derived(false) }], far);
    expect(await read()).toEqual(
      expect.arrayContaining([
        { ...inTask, serviceArn: checkout.arn, needs: derived(true).needs },
        { ...inTask, serviceArn: far.arn, needs: derived(false).needs },
      ]),
    );
    expect(await inventory.needsOfRoles([role], ['execution'])).toEqual([]);
    expect(await inventory.needsOfRoles([role], [])).toEqual([]);
  });

  it('is not known of a use that was stored without', async () => {
    await write([aUse()]);
    expect(await read()).toEqual([
      {
        ...inTask,
        serviceArn: checkout.arn,
        needs: unknown('it was not part of the last scan'),
      },
    ]);
  });

  it('stays when the same use is written without, and goes when it is another use', async () => {
    await write([{ ...aUse(), derived: derived(true, { imdsReached: true }) }]);
    await write([{ ...aUse(), undecided: [] }]);
    expect((await read()).map(use => use.needs)).toEqual([derived(true).needs]);
    expect(
      (await inventory.slotsOfRoles([role])).get(role)?.get('task'),
    ).toEqual({ compute: ['ec2'], isRunning: true, imdsReached: true });
    await write([aUse({ notes: ['another'] })]);
    expect((await read()).map(use => use.needs.known)).toEqual([false]);
    expect(
      (await inventory.slotsOfRoles([role])).get(role)?.get('task')
        ?.imdsReached,
    ).toBe(false);
  });

  it('counts as a change of the role when it is another', async () => {
    const uses = (required: boolean) => [
      { ...aUse(), derived: derived(required) },
    ];
    expect(await write(uses(true))).toEqual([inTask]);
    expect(await write(uses(true))).toEqual([]);
    expect(await write(uses(false))).toEqual([inTask]);
    expect(await write([{ ...aUse(), undecided: [] }])).toEqual([]);
  });

  it('is not kept of a slot without a role', async () => {
    await write([
      { ...aUse({ roleArn: known(null) }), derived: derived(true) },
    ]);
    expect(await knex('role_use').pluck('needs')).toEqual([null]);
  });

  it('tells the slots of all roles of an account, and of no other account', async () => {
    const other = roleArn('other');
    const staging = {
      ...checkout,
      arn: checkout.arn.replace(IRELAND.accountId, STAGING.accountId),
      accountId: STAGING.accountId,
    };
    await aRead(inventory, [{ kind: 'service', facts: [staging] }], '10:00', {
      target: STAGING,
    });
    await write([aUse(), aUse({ slot: 'instance', roleArn: known(other) })]);
    await write([aUse({ slot: 'execution' })], far);
    await write([aUse({ roleArn: known(roleArn('staging')) })], staging);
    const slots = await inventory.slotsOfAccount(IRELAND.accountId);
    expect(
      [...slots].map(([arn, ofRole]) => [arn, [...ofRole.keys()]]),
    ).toEqual(
      expect.arrayContaining([
        [role, ['execution', 'task']],
        [other, ['instance']],
      ]),
    );
    expect(slots.size).toBe(2);
  });

  it('tells the slots of an account whose role is not known, and a reason for which a permission helps first', async () => {
    const denied = unknown('AccessDenied', 'ecs:DescribeTaskDefinition');
    const noHost = unknown('no host is registered');
    await write([
      aUse({ roleArn: unknown('Throttled') }),
      aUse({ roleArn: denied }),
      aUse({ roleArn: unknown('Terminated') }),
      aUse({ slot: 'execution', roleArn: known(null) }),
      aUse({ slot: 'instance', roleArn: noHost }),
    ]);
    expect(await inventory.unknownRolesOfAccount(IRELAND.accountId)).toEqual(
      new Map([
        ['instance', noHost],
        ['task', denied],
      ]),
    );
    expect(await inventory.unknownRolesOfAccount(STAGING.accountId)).toEqual(
      new Map(),
    );
    await aRead(inventory, [], '10:30');
    expect(await inventory.unknownRolesOfAccount(IRELAND.accountId)).toEqual(
      new Map(),
    );
  });

  it('is read without the rest of a use, and the rest without it', async () => {
    await write([{ ...aUse(), derived: derived(true) }]);
    const statements: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
    await inventory.roleUses([checkout.arn]);
    await inventory.usesOfRoles([role]);
    expect(statements.filter(sql => /needs/.test(sql))).toEqual([]);
    await read();
    expect(statements.filter(sql => /needs/.test(sql)).length).toBe(1);
  });
});
