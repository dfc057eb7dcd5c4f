import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Knex } from 'knex';
import { aJournal } from '../testSupport/aJournal';
import {
  anInventory,
  at,
  IRELAND,
  STAGING,
  VIRGINIA,
} from '../testSupport/anInventory';
import { testDatabases } from '../testSupport/databases';
import { aRead } from '../testSupport/inventoryFixtures';
import type { DatabaseScanJournal } from './DatabaseScanJournal';
import type { ScanAnswer, ScanResult } from './ScanJournal';

const databases = testDatabases();

const good: ScanResult = {
  state: 'succeeded',
  error: null,
  services: 3,
  roles: 5,
  gaps: 0,
};
const failed: ScanResult = {
  ...good,
  services: 0,
  roles: 0,
  state: 'failed',
  error: 'no credentials',
};

describe.each(databases.engines)('DatabaseScanJournal, %s', engine => {
  let knex: Knex;
  let journal: DatabaseScanJournal;

  beforeEach(async () => {
    knex = await databases.init(engine);
    journal = await aJournal(knex);
  });

  const request = (targets: readonly Target[], time: string) =>
    journal.request(targets, { cooldownMilliseconds: 60_000, now: at(time) });

  function idOfScan(answer: ScanAnswer): string {
    if (answer.kind === 'cooling') {
      throw new Error('no scan: cooling down');
    }
    return answer.scan.id;
  }

  it('tells of a scan from the request to the end', async () => {
    const id = idOfScan(await request([IRELAND, STAGING], '10:00'));
    const waiting = {
      state: 'queued',
      services: 0,
      roles: 0,
      gaps: 0,
      error: null,
    };
    const ireland = { accountId: IRELAND.accountId, region: IRELAND.region };
    const staging = { accountId: STAGING.accountId, region: STAGING.region };
    const queued = {
      id,
      state: 'queued',
      requestedAt: at('10:00').toISOString(),
      startedAt: null,
      finishedAt: null,
      progress: { done: 0, total: 2 },
      targets: [
        { ...ireland, ...waiting },
        { ...staging, ...waiting },
      ],
    };
    expect(await journal.get(id)).toEqual(queued);
    expect(await journal.underWay([VIRGINIA, STAGING])).toEqual(queued);
    expect(await journal.underWay([VIRGINIA])).toBeUndefined();

    await journal.start(IRELAND, at('10:00:05'));
    await journal.progress(IRELAND, { services: 2, roles: 1, gaps: 0 });
    expect(await journal.get(id)).toEqual({
      ...queued,
      state: 'running',
      startedAt: at('10:00:05').toISOString(),
      targets: [
        { ...ireland, ...waiting, state: 'running', services: 2, roles: 1 },
        { ...staging, ...waiting },
      ],
    });

    await journal.finish(IRELAND, good, at('10:00:20'));
    await journal.start(STAGING, at('10:00:21'));
    await journal.finish(STAGING, failed, at('10:00:22'));
    expect(await journal.get(id)).toEqual({
      ...queued,
      state: 'partial',
      startedAt: at('10:00:05').toISOString(),
      finishedAt: at('10:00:22').toISOString(),
      progress: { done: 2, total: 2 },
      targets: [
        { ...ireland, ...good },
        { ...staging, ...failed },
      ],
    });
    expect(await journal.underWay([IRELAND, STAGING])).toBeUndefined();
    expect(await journal.get('no-such-scan')).toBeUndefined();
  });

  it('opens one scan for two requests at the same moment', async () => {
    const answers = await Promise.all([
      request([IRELAND, STAGING], '10:00'),
      request([STAGING, IRELAND], '10:00'),
    ]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual([
      'opened',
      'under-way',
    ]);
    expect(new Set(answers.map(idOfScan)).size).toBe(1);
  });

  it('returns a wider scan that is to do all that is asked for', async () => {
    const wide = idOfScan(await request([IRELAND, STAGING], '10:00'));
    const answer = await request([STAGING], '10:00:01');
    expect(answer.kind).toBe('under-way');
    expect(idOfScan(answer)).toBe(wide);
  });

  it('opens a scan when the one under way is done with the target', async () => {
    const inventory = await anInventory(knex);
    const wide = idOfScan(await request([IRELAND, STAGING], '10:00'));
    await journal.start(IRELAND, at('10:00:01'));
    await aRead(inventory, [], '10:00');
    await journal.finish(IRELAND, good, at('10:00:30'));
    const answer = await request([IRELAND], '10:05');
    expect(answer.kind).toBe('opened');
    expect(idOfScan(answer)).not.toBe(wide);
  });

  it('joins a target that another scan is reading: it ends in both', async () => {
    await journal.open([IRELAND], at('10:00'));
    await journal.start(IRELAND, at('10:00:01'));
    const id = idOfScan(await request([IRELAND, STAGING], '10:00:02'));
    expect((await journal.get(id))?.targets.map(({ state }) => state)).toEqual([
      'running',
      'queued',
    ]);
    await journal.finish(IRELAND, good, at('10:00:20'));
    expect((await journal.get(id))?.progress).toEqual({ done: 1, total: 2 });
    expect(await journal.openTargets()).toEqual([
      {
        accountId: STAGING.accountId,
        region: STAGING.region,
        state: 'queued',
        requested: true,
        startedAt: null,
      },
    ]);
  });

  describe('the cool-down', () => {
    beforeEach(async () => {
      // Ends at 10:00:30.
      await aRead(await anInventory(knex), [], '10:00');
    });

    it('refuses what was just scanned, and says until when', async () => {
      expect(await request([IRELAND], '10:01:29')).toEqual({
        kind: 'cooling',
        until: at('10:01:30'),
      });
      expect(await journal.openTargets()).toEqual([]);
    });

    it('is over to the second', async () => {
      expect((await request([IRELAND], '10:01:30')).kind).toBe('opened');
    });

    it('leaves out only the target that was just scanned', async () => {
      const id = idOfScan(await request([IRELAND, STAGING], '10:01'));
      expect(
        (await journal.get(id))?.targets.map(({ accountId }) => accountId),
      ).toEqual([STAGING.accountId]);
    });
  });

  it('hands out what people asked for first', async () => {
    await journal.open([IRELAND, STAGING], at('10:00'));
    await request([VIRGINIA, STAGING], '10:00:10');
    const open = await journal.openTargets();
    expect(
      open.map(({ accountId, region, requested }) => [
        accountId,
        region,
        requested,
      ]),
    ).toEqual([
      [VIRGINIA.accountId, VIRGINIA.region, true],
      [STAGING.accountId, STAGING.region, true],
      [IRELAND.accountId, IRELAND.region, false],
    ]);
  });

  it('ends what a dead process left running, and nothing that is younger or waits', async () => {
    await journal.open([IRELAND, VIRGINIA, STAGING], at('10:00'));
    await journal.start(IRELAND, at('10:00'));
    await journal.start(VIRGINIA, at('10:10'));
    await journal.expire(at('10:05'), at('10:30'));
    expect((await journal.underWay([STAGING]))?.targets).toEqual([
      {
        accountId: IRELAND.accountId,
        region: IRELAND.region,
        state: 'failed',
        services: 0,
        roles: 0,
        gaps: 0,
        error: 'The scan was interrupted: the backend that ran it stopped',
      },
      expect.objectContaining({ region: VIRGINIA.region, state: 'running' }),
      expect.objectContaining({
        accountId: STAGING.accountId,
        state: 'queued',
      }),
    ]);
  });

  it('forgets old scans that are done', async () => {
    await journal.open([IRELAND], at('09:00'));
    await journal.start(IRELAND, at('09:00'));
    await journal.finish(IRELAND, good, at('09:01'));
    await journal.open([STAGING], at('09:00'));
    await journal.open([VIRGINIA], at('11:00'));
    await journal.forget(at('10:00'));
    expect(await knex('scan').count({ n: '*' }).first()).toEqual({
      n: engine === 'SQLITE_3' ? 2 : '2',
    });
    expect((await knex('scan_target').select('account_id')).length).toBe(2);
  });
});
