import type { Finding, RoleUse } from '@ecs-iam/iam-analysis';
import { known, unknown } from '@ecs-iam/iam-analysis';
import {
  aCluster,
  aHost,
  anInstanceProfile,
  aCapacityProvider,
  aRole,
  aService,
  aTaskDefinition,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import type { FactKind, FactPage, Gap } from '@ecs-iam/plugin-ecs-iam-node';
import type { Knex } from 'knex';
import {
  anInventory,
  at,
  IRELAND,
  STAGING,
  VIRGINIA,
} from '../testSupport/anInventory';
import { testDatabases } from '../testSupport/databases';
import type { DatabaseInventory } from './DatabaseInventory';
import { idOf } from './ids';

const databases = testDatabases();

const nothingGone: Record<FactKind, number> = {
  cluster: 0,
  service: 0,
  taskDefinition: 0,
  capacityProvider: 0,
  host: 0,
  instanceProfile: 0,
  role: 0,
};

const everyKind: readonly FactPage[] = [
  { kind: 'cluster', facts: [aCluster()] },
  { kind: 'service', facts: [aService()] },
  { kind: 'taskDefinition', facts: [aTaskDefinition()] },
  { kind: 'capacityProvider', facts: [aCapacityProvider()] },
  { kind: 'host', facts: [aHost()] },
  { kind: 'instanceProfile', facts: [anInstanceProfile()] },
  { kind: 'role', facts: [aRole()] },
];

function aGap(parts: Partial<Gap> = {}): Gap {
  return {
    api: 'ecs:ListServices',
    because: 'AccessDeniedException',
    message: 'not authorized to perform ecs:ListServices',
    resources: [],
    leavesIncomplete: ['service'],
    ...parts,
  };
}

function aFinding(parts: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'iam.admin-access',
    severity: 'critical',
    state: 'active',
    mitigatedBy: null,
    subject: aRole().arn,
    slot: 'task',
    message: 'everything',
    data: {},
    at: 'inline:app#/Statement/0',
    ...parts,
  };
}

function aUse(parts: Partial<RoleUse> = {}): RoleUse {
  return {
    slot: 'task',
    roleArn: known(aRole().arn),
    appliesTo: 'all containers',
    revisions: [
      {
        taskDefinitionArn: taskDefinitionArn('checkout:7'),
        revision: 7,
        sharePercent: 100,
      },
    ],
    usedFor: ['calls AWS'],
    required: { value: 'yes', because: ['the task runs on EC2'] },
    notes: [],
    ...parts,
  };
}

describe.each(databases.engines)('DatabaseInventory, %s', engine => {
  let knex: Knex;
  let inventory: DatabaseInventory;

  beforeEach(async () => {
    knex = await databases.init(engine);
    inventory = await anInventory(knex);
  });

  async function read(
    pages: readonly FactPage[],
    time: string,
    options: { target?: typeof IRELAND; gaps?: readonly Gap[] } = {},
  ) {
    const { target = IRELAND, gaps = [] } = options;
    for (const page of pages) {
      await inventory.writePage(target, page, at(time));
    }
    return inventory.finishRead(target, {
      startedAt: at(time),
      finishedAt: at(`${time}:30`),
      outcome: gaps.length > 0 ? 'partial' : 'succeeded',
      gaps,
    });
  }

  describe('pages of a read', () => {
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
      await read([{ kind: 'service', facts: services }], '10:00');
      expect((await inventory.services(services.map(s => s.arn))).length).toBe(
        1201,
      );
      expect(
        (await inventory.servicesByTags({ component: 'checkout' })).length,
      ).toBe(1201);
    });

    it('may name a fact twice: the last one counts', async () => {
      const facts = [aService(), aService({ runningCount: 0 })];
      await inventory.writePage(
        IRELAND,
        { kind: 'service', facts },
        at('10:00'),
      );
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

  describe('the end of a complete read', () => {
    it('marks gone what it did not see, of every kind but task definitions', async () => {
      await read(everyKind, '10:00');
      expect(await read([], '10:30')).toEqual({
        gone: {
          cluster: 1,
          service: 1,
          taskDefinition: 0,
          capacityProvider: 1,
          host: 1,
          instanceProfile: 1,
          role: 1,
        },
        released: [],
      });
      const goneAt = at('10:30:30').toISOString();
      const readAt = at('10:00').toISOString();
      expect(await inventory.services([aService().arn])).toEqual([
        { fact: aService(), compute: [], readAt, goneAt },
      ]);
      expect(await inventory.clusters([aCluster().arn])).toEqual([
        { fact: aCluster(), readAt, goneAt },
      ]);
      expect(await inventory.roles([aRole().arn])).toEqual([
        { id: idOf(aRole().arn), fact: aRole(), readAt, goneAt },
      ]);
      expect(await inventory.taskDefinitions([aTaskDefinition().arn])).toEqual([
        aTaskDefinition(),
      ]);
      expect(await inventory.targetFacts(IRELAND)).toEqual({
        clusters: [],
        services: [],
        taskDefinitions: [],
        capacityProviders: [],
        hosts: [],
        instanceProfiles: [],
        roles: [],
        incomplete: new Map(),
      });
    });

    it('leaves alone what it saw, and what other targets hold', async () => {
      await read([{ kind: 'cluster', facts: [aCluster()] }], '10:00', {
        target: STAGING,
      });
      await read(everyKind, '10:00');
      expect(await read(everyKind, '10:30')).toEqual({
        gone: nothingGone,
        released: [],
      });
      expect((await inventory.targetFacts(STAGING)).clusters).toEqual([
        aCluster(),
      ]);
    });

    it('resolves the findings of what is gone and takes its role uses away', async () => {
      await read(everyKind, '10:00');
      await inventory.writeRoleUses(
        aService().arn,
        ['fargate'],
        [{ ...aUse(), undecided: [] }],
      );
      await inventory.writeFindings(
        aService().arn,
        [aFinding({ subject: aService().arn })],
        at('10:01'),
      );
      await inventory.writeFindings(aRole().arn, [aFinding()], at('10:01'));

      expect((await read([], '10:30')).released).toEqual([
        { roleArn: aRole().arn, slot: 'task' },
      ]);
      expect(await inventory.usesOfRoles([aRole().arn])).toEqual([]);
      expect(await inventory.findings([aService().arn, aRole().arn])).toEqual(
        [],
      );
      expect(
        await knex('finding').select('state', 'last_seen', 'resolved_at'),
      ).toEqual([
        {
          state: 'resolved',
          last_seen: at('10:01').toISOString(),
          resolved_at: at('10:30:30').toISOString(),
        },
        {
          state: 'resolved',
          last_seen: at('10:01').toISOString(),
          resolved_at: at('10:30:30').toISOString(),
        },
      ]);
    });
  });

  describe('the end of a partial read', () => {
    it('removes nothing of a kind that was not listed completely, and says so', async () => {
      await read(everyKind, '10:00');
      const gap = aGap();
      expect((await read([], '10:30', { gaps: [gap] })).gone).toEqual({
        cluster: 1,
        service: 0,
        taskDefinition: 0,
        capacityProvider: 1,
        host: 1,
        instanceProfile: 1,
        role: 1,
      });
      const facts = await inventory.targetFacts(IRELAND);
      expect(facts.services).toEqual([aService()]);
      expect(facts.incomplete).toEqual(new Map([['service', gap]]));
    });

    it('removes what is gone when the gap leaves every list complete', async () => {
      await read(everyKind, '10:00');
      const gap = aGap({
        api: 'iam:GetRole',
        resources: [aRole().arn],
        leavesIncomplete: [],
      });
      expect((await read([], '10:30', { gaps: [gap] })).gone.service).toBe(1);
    });

    it('keeps since when a gap is there, and forgets it when it was closed in between', async () => {
      const gap = aGap({ resources: ['a'] });
      const since = async () =>
        (await inventory.gaps([IRELAND])).map(stored => stored.since);
      await read([], '10:00', { gaps: [gap] });
      await read([], '10:30', { gaps: [aGap({ resources: ['a', 'b'] })] });
      expect(await inventory.gaps([IRELAND, STAGING])).toEqual([
        {
          ...aGap({ resources: ['a', 'b'] }),
          accountId: IRELAND.accountId,
          region: IRELAND.region,
          since: at('10:00:30').toISOString(),
        },
      ]);
      await read([], '11:00', { gaps: [aGap({ resources: ['c'] })] });
      expect(await since()).toEqual([at('11:00:30').toISOString()]);
      await read([], '11:30');
      expect(await since()).toEqual([]);
      await read([], '12:00', { gaps: [gap] });
      expect(await since()).toEqual([at('12:00:30').toISOString()]);
    });
  });

  describe('the end of a failed read', () => {
    it('changes only the state of the target: the last good facts and their dates stay', async () => {
      await read(everyKind, '10:00', { gaps: [aGap()] });
      const facts = await inventory.targetFacts(IRELAND);
      const gaps = await inventory.gaps([IRELAND]);
      expect(
        await inventory.finishRead(IRELAND, {
          startedAt: at('10:30'),
          finishedAt: at('10:30:30'),
          outcome: 'failed',
          error: 'The credentials are not valid any more',
        }),
      ).toEqual({ gone: nothingGone, released: [] });
      expect(await inventory.targetFacts(IRELAND)).toEqual(facts);
      expect(await inventory.gaps([IRELAND])).toEqual(gaps);
      expect(await inventory.targets()).toEqual([
        {
          ...IRELAND,
          lastAttempt: at('10:30:30').toISOString(),
          lastSuccess: at('10:00:30').toISOString(),
          outcome: 'failed',
          error: 'The credentials are not valid any more',
          services: 1,
          roles: 1,
        },
      ]);
    });

    it('is forgotten after the next good one', async () => {
      await inventory.finishRead(IRELAND, {
        startedAt: at('10:00'),
        finishedAt: at('10:00:30'),
        outcome: 'failed',
        error: 'no credentials',
      });
      await read(everyKind, '10:30');
      expect(await inventory.targets()).toEqual([
        {
          ...IRELAND,
          lastAttempt: at('10:30:30').toISOString(),
          lastSuccess: at('10:30:30').toISOString(),
          outcome: 'succeeded',
          error: null,
          services: 1,
          roles: 1,
        },
      ]);
    });
  });

  describe('a service that comes back', () => {
    it('is not gone any more and keeps nothing of what it was', async () => {
      const before = aService({ tags: known({ component: 'checkout' }) });
      await read([{ kind: 'service', facts: [before] }], '10:00');
      await inventory.writeRoleUses(
        before.arn,
        ['fargate'],
        [{ ...aUse(), undecided: [] }],
      );
      await read([], '10:30');
      const back = aService({ tags: unknown('AccessDenied') });
      await read([{ kind: 'service', facts: [back] }], '11:00');
      expect(await inventory.services([back.arn])).toEqual([
        {
          fact: back,
          compute: [],
          readAt: at('11:00').toISOString(),
          goneAt: null,
        },
      ]);
      expect(await inventory.servicesByTags({ component: 'checkout' })).toEqual(
        [],
      );
      expect(await inventory.roleUses([back.arn])).toEqual([]);
    });
  });

  describe('tags', () => {
    const tagged = (name: string, tags: Record<string, string>) =>
      aService({ name, tags: known(tags) });
    const names = async (tags: Record<string, string>) =>
      (await inventory.servicesByTags(tags)).map(({ fact }) => fact.name);

    beforeEach(() =>
      read(
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
      await read(
        [{ kind: 'service', facts: [tagged('both', { component: 'cart' })] }],
        '10:30',
      );
      expect(await names({ component: 'cart' })).toEqual(['both']);
      expect(await names({ environment: 'prod' })).toEqual([]);
    });

    it('that cannot be read today stay as they were', async () => {
      const facts = [aService({ name: 'both', tags: unknown('AccessDenied') })];
      await read([{ kind: 'service', facts }], '10:30');
      expect(await names({ environment: 'prod' })).toEqual(['both']);
    });
  });
});
