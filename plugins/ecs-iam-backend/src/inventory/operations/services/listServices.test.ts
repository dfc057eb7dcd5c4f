import { known } from '@ecs-iam/iam-analysis';
import type { Compute, Severity } from '@ecs-iam/iam-analysis';
import { aService, roleArn } from '@ecs-iam/iam-analysis/testUtils';
import type { Knex } from 'knex';
import {
  anInventory,
  at,
  IRELAND,
  STAGING,
} from '../../../testSupport/anInventory';
import { testDatabases } from '../../../testSupport/databases';
import { aFinding, aRead, aUse } from '../../../testSupport/inventoryFixtures';
import type { DatabaseInventory } from '../../DatabaseInventory';
import type { ServiceFilter, ServicePageRequest } from '../../Inventory';

const databases = testDatabases();

const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
const byName: ServicePageRequest = {
  limit: 50,
  sort: 'name',
  descending: false,
};

const bad = roleArn('bad');
const staging = aService({
  name: 'a-staging',
  arn: 'arn:aws:ecs:eu-west-1:444455556666:service/test_eu/a-staging',
  clusterArn: 'arn:aws:ecs:eu-west-1:444455556666:cluster/test_eu',
  accountId: STAGING.accountId,
});
const services = {
  'a-staging': staging,
  cart: aService({ name: 'cart' }),
  checkout: aService({ name: 'checkout' }),
  old: aService({ name: 'old' }),
  web: aService({ name: 'web' }),
};

describe.each(databases.engines)('listServices, %s', engine => {
  let knex: Knex;
  let inventory: DatabaseInventory;

  beforeEach(async () => {
    knex = await databases.init(engine);
    inventory = await anInventory(knex);
    const { cart, checkout, old, web } = services;
    await aRead(
      inventory,
      [{ kind: 'service', facts: [old, cart, checkout, web] }],
      '09:00',
    );
    await aRead(
      inventory,
      [{ kind: 'service', facts: [cart, checkout, web] }],
      '10:00',
    );
    await aRead(inventory, [{ kind: 'service', facts: [staging] }], '10:00', {
      target: STAGING,
    });
    const uses: readonly [typeof cart, Compute, string | null][] = [
      [cart, 'ec2', bad],
      [checkout, 'fargate', roleArn('good')],
      [web, 'fargate', null],
    ];
    for (const [service, compute, role] of uses) {
      await inventory.writeRoleUses(
        service.arn,
        [compute],
        [{ ...aUse({ roleArn: known(role) }), undecided: [] }],
      );
    }
    const find = (severity: Severity, subject: string, ruleId: string) =>
      inventory.writeFindings(
        subject,
        [aFinding({ severity, subject, ruleId })],
        at('10:01'),
      );
    await find('high', bad, 'iam.admin-access');
    await find('low', checkout.arn, 'ecs.role-shared');
    await find('low', cart.arn, 'ecs.role-shared');
    await find('critical', roleArn('used-by-none'), 'iam.admin-access');
    await inventory.writeFindings(
      roleArn('good'),
      [
        aFinding({ subject: roleArn('good'), slot: 'execution' }),
        aFinding({ subject: roleArn('good'), state: 'mitigated' }),
      ],
      at('10:01'),
    );
  });

  async function names(
    filter: ServiceFilter,
    page: Partial<ServicePageRequest> = {},
  ) {
    const { items } = await inventory.listServices(filter, {
      ...byName,
      ...page,
    });
    return items.map(({ service }) => service.name);
  }

  it('gives each service with its role uses and the active findings of both', async () => {
    expect(await inventory.listServices({ q: 'checkout' }, byName)).toEqual({
      items: [
        {
          service: services.checkout,
          compute: ['fargate'],
          readAt: at('10:00').toISOString(),
          goneAt: null,
          uses: [
            {
              ...aUse({ roleArn: known(roleArn('good')) }),
              serviceArn: services.checkout.arn,
              position: 0,
              undecided: [],
            },
          ],
          findings: { ...none, low: 1 },
        },
      ],
      totalItems: 1,
      nextCursor: null,
    });
    const [cart] = (await inventory.listServices({ q: 'cart' }, byName)).items;
    expect(cart?.findings).toEqual({ ...none, high: 1, low: 1 });
  });

  it.each<[string, ServiceFilter, string[]]>([
    ['all', {}, ['a-staging', 'cart', 'checkout', 'old', 'web']],
    ['a part of the name, in any letters', { q: 'CHECK' }, ['checkout']],
    ['a wildcard as what it is', { q: '%' }, []],
    ['an underscore as what it is', { q: 't_e' }, ['a-staging']],
    ['a cluster in the search', { q: 'prod-eu/w' }, ['web']],
    ['an account', { account: STAGING.accountId }, ['a-staging']],
    ['a region without services', { region: 'us-east-1' }, []],
    ['a cluster by name', { cluster: 'test_eu' }, ['a-staging']],
    ['a cluster by ARN', { cluster: staging.clusterArn }, ['a-staging']],
    ['compute', { compute: 'ec2' }, ['cart']],
    ['a slot that holds a role', { slot: 'task' }, ['cart', 'checkout']],
    ['a slot that is never used', { slot: 'gateway' }, []],
    [
      'severity, of the service or its role',
      { severity: 'low' },
      ['cart', 'checkout'],
    ],
    ['severity that only a role has', { severity: 'high' }, ['cart']],
    [
      'severity of a role that no service uses, of another slot, and mitigated',
      { severity: 'critical' },
      [],
    ],
    [
      'services by ARN',
      { arns: [services.web.arn, services.cart.arn] },
      ['cart', 'web'],
    ],
    ['no services by ARN', { arns: [] }, []],
    ['a rule', { rule: 'iam.admin-access' }, ['cart']],
    [
      'severity and rule of one finding',
      { rule: 'iam.admin-access', severity: 'low' },
      [],
    ],
    [
      'those that are there',
      { state: 'active' },
      ['a-staging', 'cart', 'checkout', 'web'],
    ],
    ['those that are gone', { state: 'gone' }, ['old']],
  ])('finds by filter: %s', async (_, filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  it.each<[ServicePageRequest['sort'], boolean, string[]]>([
    ['name', false, ['a-staging', 'cart', 'checkout', 'old', 'web']],
    ['name', true, ['web', 'old', 'checkout', 'cart', 'a-staging']],
    ['account', false, ['cart', 'checkout', 'old', 'web', 'a-staging']],
    ['account', true, ['a-staging', 'web', 'old', 'checkout', 'cart']],
    ['severity', true, ['cart', 'checkout', 'a-staging', 'old', 'web']],
    ['severity', false, ['a-staging', 'old', 'web', 'checkout', 'cart']],
  ])(
    'sorts by %s (descending: %s), the same page by page',
    async (sort, descending, expected) => {
      expect(await names({}, { sort, descending })).toEqual(expected);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await inventory.listServices(
          {},
          { limit: 2, sort, descending, cursor },
        );
        expect(page.totalItems).toBe(5);
        paged.push(...page.items.map(({ service }) => service.name));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(expected);
    },
  );

  it('refuses a cursor that it did not give out', async () => {
    const list = (cursor: string) =>
      inventory.listServices({}, { ...byName, cursor });
    await expect(list('nonsense')).rejects.toThrow(/'cursor' is not one/);
    const { nextCursor } = await inventory.listServices(
      {},
      { ...byName, limit: 1, sort: 'account' },
    );
    await expect(list(nextCursor ?? '')).rejects.toMatchObject({
      name: 'InputError',
    });
  });

  it.each([
    ['name', ['a\0b', 'id']],
    ['name', [1, 'id']],
    ['severity', ['high', 'checkout', 'id']],
    ['severity', [0.5, 'checkout', 'id']],
    ['account', ['111122223333', 'eu-west-1', 'checkout', 4]],
  ] as const)('refuses a cursor made up for %s: %j', async (sort, made) => {
    const cursor = Buffer.from(JSON.stringify(made)).toString('base64url');
    await expect(
      inventory.listServices({}, { ...byName, sort, cursor }),
    ).rejects.toMatchObject({ name: 'InputError' });
  });

  it('leaves out a target that has left', async () => {
    await inventory.registerTargets([IRELAND], at('11:00'));
    expect(await names({ state: 'active' })).toEqual([
      'cart',
      'checkout',
      'web',
    ]);
  });
});
