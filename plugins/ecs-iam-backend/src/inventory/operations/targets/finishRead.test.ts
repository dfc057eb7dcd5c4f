import { known, unknown } from '@ecs-iam/iam-analysis';
import {
  aCluster,
  aRole,
  aService,
  aTaskDefinition,
} from '@ecs-iam/iam-analysis/testUtils';
import type { FactKind } from '@ecs-iam/plugin-ecs-iam-node';
import type { Knex } from 'knex';
import {
  anInventory,
  at,
  IRELAND,
  STAGING,
} from '../../../testSupport/anInventory';
import { testDatabases } from '../../../testSupport/databases';
import {
  aFamily,
  aFinding,
  aGap,
  aRead,
  aRegistry,
  aSecretKey,
  aUse,
  everyKind,
} from '../../../testSupport/inventoryFixtures';
import type { DatabaseInventory } from '../../DatabaseInventory';
import { idOf } from '../../ids';

const nothingGone: Record<FactKind, number> = {
  cluster: 0,
  service: 0,
  taskDefinition: 0,
  capacityProvider: 0,
  host: 0,
  instanceProfile: 0,
  secretKey: 0,
  registry: 0,
  taskDefinitionFamily: 0,
  role: 0,
};

const databases = testDatabases();

describe.each(databases.engines)('finishRead, %s', engine => {
  let knex: Knex;
  let inventory: DatabaseInventory;

  beforeEach(async () => {
    knex = await databases.init(engine);
    inventory = await anInventory(knex);
  });

  describe('the end of a complete read', () => {
    it('marks gone what it did not see, of every kind that is in each complete read', async () => {
      await aRead(inventory, everyKind, '10:00');
      expect(await aRead(inventory, [], '10:30')).toEqual({
        gone: {
          cluster: 1,
          service: 1,
          taskDefinition: 0,
          capacityProvider: 1,
          host: 1,
          instanceProfile: 1,
          secretKey: 0,
          registry: 0,
          taskDefinitionFamily: 0,
          role: 1,
        },
        released: [],
        first: false,
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
        secretKeys: [aSecretKey],
        registry: aRegistry,
        families: [aFamily],
        roles: [],
        incomplete: new Map(),
      });
    });

    it.each([
      { kind: 'secretKey', facts: [aSecretKey] },
      { kind: 'registry', facts: [aRegistry] },
      { kind: 'taskDefinitionFamily', facts: [aFamily] },
    ] as const)('marks $kind gone that was not read for a week', async page => {
      await inventory.writePage(IRELAND, page, at('10:00'));
      const later = async (days: number) => {
        const startedAt = new Date(at('10:01').getTime() + days * 86_400_000);
        const { gone } = await inventory.finishRead(IRELAND, {
          startedAt,
          finishedAt: startedAt,
          outcome: 'succeeded',
          gaps: [],
        });
        return gone[page.kind];
      };
      expect(await later(6)).toBe(0);
      expect(await later(7)).toBe(1);
      const facts = await inventory.targetFacts(IRELAND);
      expect([facts.secretKeys, facts.registry, facts.families]).toEqual([
        [],
        null,
        [],
      ]);
    });

    it('leaves alone what it saw, and what other targets hold', async () => {
      await aRead(
        inventory,
        [{ kind: 'cluster', facts: [aCluster()] }],
        '10:00',
        {
          target: STAGING,
        },
      );
      await aRead(inventory, everyKind, '10:00');
      expect(await aRead(inventory, everyKind, '10:30')).toEqual({
        gone: nothingGone,
        released: [],
        first: false,
      });
      expect((await inventory.targetFacts(STAGING)).clusters).toEqual([
        aCluster(),
      ]);
    });

    it('resolves the findings of what is gone and takes its role uses away', async () => {
      await aRead(inventory, everyKind, '10:00');
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

      expect((await aRead(inventory, [], '10:30')).released).toEqual([
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
      await aRead(inventory, everyKind, '10:00');
      const gap = aGap();
      expect(
        (await aRead(inventory, [], '10:30', { gaps: [gap] })).gone,
      ).toEqual({
        cluster: 1,
        service: 0,
        taskDefinition: 0,
        capacityProvider: 1,
        host: 1,
        instanceProfile: 1,
        secretKey: 0,
        registry: 0,
        taskDefinitionFamily: 0,
        role: 1,
      });
      const facts = await inventory.targetFacts(IRELAND);
      expect(facts.services).toEqual([aService()]);
      expect(facts.incomplete).toEqual(new Map([['service', gap]]));
    });

    it('removes what is gone when the gap leaves every list complete', async () => {
      await aRead(inventory, everyKind, '10:00');
      const gap = aGap({
        api: 'iam:GetRole',
        resources: [aRole().arn],
        leavesIncomplete: [],
      });
      expect(
        (await aRead(inventory, [], '10:30', { gaps: [gap] })).gone.service,
      ).toBe(1);
    });

    it('keeps since when a gap is there, and forgets it when it was closed in between', async () => {
      const gap = aGap({ resources: ['a'] });
      const since = async () =>
        (await inventory.gaps([IRELAND])).map(stored => stored.since);
      await aRead(inventory, [], '10:00', { gaps: [gap] });
      await aRead(inventory, [], '10:30', {
        gaps: [aGap({ resources: ['a', 'b'] })],
      });
      expect(await inventory.gaps([IRELAND, STAGING])).toEqual([
        {
          ...aGap({ resources: ['a', 'b'] }),
          accountId: IRELAND.accountId,
          region: IRELAND.region,
          since: at('10:00:30').toISOString(),
        },
      ]);
      await aRead(inventory, [], '11:00', {
        gaps: [aGap({ resources: ['c'] })],
      });
      expect(await since()).toEqual([at('11:00:30').toISOString()]);
      await aRead(inventory, [], '11:30');
      expect(await since()).toEqual([]);
      await aRead(inventory, [], '12:00', { gaps: [gap] });
      expect(await since()).toEqual([at('12:00:30').toISOString()]);
    });
  });

  describe('the end of a failed read', () => {
    it('changes only the state of the target: the last good facts and their dates stay', async () => {
      await aRead(inventory, everyKind, '10:00', { gaps: [aGap()] });
      const facts = await inventory.targetFacts(IRELAND);
      const gaps = await inventory.gaps([IRELAND]);
      expect(
        await inventory.finishRead(IRELAND, {
          startedAt: at('10:30'),
          finishedAt: at('10:30:30'),
          outcome: 'failed',
          error: 'The credentials are not valid any more',
        }),
      ).toEqual({ gone: nothingGone, released: [], first: false });
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
      await aRead(inventory, everyKind, '10:30');
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

  it('tells the first read that reached AWS from all others', async () => {
    const first = async (
      outcome: Parameters<DatabaseInventory['finishRead']>[1],
    ) => (await inventory.finishRead(IRELAND, outcome)).first;
    const read = { startedAt: at('10:00'), finishedAt: at('10:00:30') };
    const failed = { ...read, outcome: 'failed', error: 'no route' } as const;
    const partial = { ...read, outcome: 'partial', gaps: [aGap()] } as const;
    expect(await first(failed)).toBe(true);
    expect(await first(partial)).toBe(true);
    expect(await first(partial)).toBe(false);
    expect(await first(failed)).toBe(false);
  });

  describe('a service that comes back', () => {
    it('is not gone any more and keeps nothing of what it was', async () => {
      const before = aService({ tags: known({ component: 'checkout' }) });
      await aRead(inventory, [{ kind: 'service', facts: [before] }], '10:00');
      await inventory.writeRoleUses(
        before.arn,
        ['fargate'],
        [{ ...aUse(), undecided: [] }],
      );
      await aRead(inventory, [], '10:30');
      const back = aService({ tags: unknown('AccessDenied') });
      await aRead(inventory, [{ kind: 'service', facts: [back] }], '11:00');
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
});
