import { aRole, aService, roleArn } from '@ecs-iam/iam-analysis/testUtils';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Knex } from 'knex';
import { at, IRELAND, STAGING, VIRGINIA } from '../testSupport/anInventory';
import { aScanner } from '../testSupport/aScanner';
import type { Scanner } from '../testSupport/aScanner';
import { testDatabases } from '../testSupport/databases';
import { aGap, everyKind } from '../testSupport/inventoryFixtures';

const databases = testDatabases();

/** Opens when the test says so. */
function aGate() {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

describe.each(databases.engines)('ScheduledScans, %s', engine => {
  let knex: Knex;
  let scanner: Scanner;

  beforeEach(async () => {
    knex = await databases.init(engine);
    scanner = await aScanner(knex, [IRELAND, VIRGINIA, STAGING]);
    scanner.collector.answer(IRELAND, everyKind);
  });

  const readTargets = () => scanner.collector.reads.map(({ target }) => target);

  /** Waits until something holds, without a clock. */
  async function until(holds: () => Promise<boolean> | boolean) {
    while (!(await holds())) {
      await new Promise(resolve => {
        setImmediate(resolve);
      });
    }
  }

  /** Begins a run and stops it before the first page of a target. */
  async function heldAt(target: Target) {
    const gate = aGate();
    scanner.collector.gate = async each => {
      if (
        each.accountId === target.accountId &&
        each.region === target.region
      ) {
        await gate.opened;
      }
    };
    for (const id of scanner.scheduler.tasks.keys()) {
      await scanner.scheduler.triggerTask(id);
    }
    await until(() =>
      readTargets().some(
        each =>
          each.accountId === target.accountId && each.region === target.region,
      ),
    );
    return gate;
  }

  async function scanIsDone(id: string) {
    return (await scanner.scans.get(id))?.finishedAt !== null;
  }

  describe('by schedule', () => {
    it('is a task of the whole fleet for each shard', () => {
      expect(
        [...scanner.scheduler.tasks.values()].map(
          ({ id, scope, frequency, timeout }) => ({
            id,
            scope,
            frequency,
            timeout,
          }),
        ),
      ).toEqual(
        [0, 1].map(shard => ({
          id: `ecs-iam-scan-${shard}`,
          scope: 'global',
          frequency: { minutes: 30 },
          timeout: { minutes: 25 },
        })),
      );
    });

    it('reads every target once and keeps what it read', async () => {
      await scanner.scheduler.runAll();
      expect(new Set(readTargets())).toEqual(
        new Set([IRELAND, VIRGINIA, STAGING]),
      );
      expect(scanner.collector.reads.length).toBe(3);
      expect((await scanner.inventory.targetFacts(IRELAND)).services).toEqual([
        aService(),
      ]);
      expect(
        (await scanner.inventory.roleUses([aService().arn])).length,
      ).toBeGreaterThan(0);
      expect(await scanner.journal.openTargets()).toEqual([]);
    });

    it('reads the stalest first', async () => {
      await scanner.scheduler.runAll();
      scanner.clock.now = at('10:10');
      await scanner.scans.request([IRELAND]);
      await until(
        async () => (await scanner.journal.openTargets()).length === 0,
      );
      await scanner.scheduler.idle();
      scanner.collector.reads.length = 0;
      scanner.clock.now = at('11:00');
      await scanner.scheduler.runAll();
      expect(
        readTargets()
          .filter(({ accountId }) => accountId === IRELAND.accountId)
          .map(({ region }) => region),
      ).toEqual([VIRGINIA.region, IRELAND.region]);
    });

    it('reads the regions of an account one after the other, other accounts beside it', async () => {
      const gate = await heldAt(IRELAND);
      const isRead = ({ accountId, region }: Target) =>
        readTargets().some(
          each => each.accountId === accountId && each.region === region,
        );
      await until(async () =>
        (
          await scanner.inventory.targets()
        ).some(
          target =>
            target.accountId === STAGING.accountId &&
            target.outcome === 'succeeded',
        ),
      );
      expect(isRead(VIRGINIA)).toBe(false);
      gate.open();
      await scanner.scheduler.idle();
      expect(isRead(VIRGINIA)).toBe(true);
    });

    it('shows its progress as a scan under way', async () => {
      const gate = await heldAt(IRELAND);
      expect(await scanner.scans.underWay([IRELAND])).toMatchObject({
        state: 'running',
        startedAt: at('10:00').toISOString(),
        targets: expect.arrayContaining([
          {
            accountId: IRELAND.accountId,
            region: IRELAND.region,
            state: 'running',
            services: 0,
            roles: 0,
            gaps: 0,
            error: null,
          },
        ]),
      });
      gate.open();
      await scanner.scheduler.idle();
      expect(await scanner.scans.underWay([IRELAND])).toBeUndefined();
    });
  });

  describe('on request', () => {
    it('reads what was asked for, and nothing that is fresh', async () => {
      await scanner.scheduler.runAll();
      scanner.collector.reads.length = 0;
      scanner.clock.now = at('10:10');
      const { id, state } = await scanner.scans.request([IRELAND]);
      expect(state).toBe('queued');
      await until(() => scanIsDone(id));
      expect(await scanner.scans.get(id)).toEqual({
        id,
        state: 'succeeded',
        requestedAt: at('10:10').toISOString(),
        startedAt: at('10:10').toISOString(),
        finishedAt: at('10:10').toISOString(),
        progress: { done: 1, total: 1 },
        targets: [
          {
            accountId: IRELAND.accountId,
            region: IRELAND.region,
            state: 'succeeded',
            services: 1,
            roles: 1,
            gaps: 0,
            error: null,
          },
        ],
      });
      expect(readTargets()).toEqual([IRELAND]);
    });

    it('tells of what could not be read', async () => {
      scanner.collector.answer(IRELAND, [
        ...everyKind,
        { kind: 'gap', gap: aGap() },
      ]);
      const { id } = await scanner.scans.request([IRELAND]);
      await until(() => scanIsDone(id));
      expect(await scanner.scans.get(id)).toMatchObject({
        state: 'partial',
        targets: [{ state: 'partial', gaps: 1, error: null }],
      });
      expect(await scanner.inventory.gaps([IRELAND])).toEqual([
        {
          ...aGap(),
          accountId: IRELAND.accountId,
          region: IRELAND.region,
          since: at('10:00').toISOString(),
        },
      ]);
    });

    it('gives two requests at once the same scan, and reads once', async () => {
      const [one, other] = await Promise.all([
        scanner.scans.request([STAGING]),
        scanner.scans.request([STAGING]),
      ]);
      expect(other.id).toBe(one.id);
      await until(() => scanIsDone(one.id));
      await scanner.scheduler.idle();
      expect(
        readTargets().filter(t => t.accountId === STAGING.accountId).length,
      ).toBe(1);
    });

    it('says how long to wait within the cool-down', async () => {
      await scanner.scheduler.runAll();
      scanner.clock.now = at('10:00:26');
      await expect(scanner.scans.request([IRELAND])).rejects.toMatchObject({
        name: 'ConflictError',
        message: 'This was scanned a moment ago. Try again in 34 seconds.',
      });
      scanner.clock.now = at('10:00:59');
      await expect(scanner.scans.request([IRELAND])).rejects.toMatchObject({
        message: 'This was scanned a moment ago. Try again in 1 second.',
      });
    });

    it('is taken up by a run that is under way', async () => {
      await scanner.scheduler.runAll();
      scanner.collector.reads.length = 0;
      scanner.clock.now = at('10:10');
      scanner.collector.answer(VIRGINIA, everyKind);
      const first = await scanner.scans.request([IRELAND]);
      const gate = aGate();
      scanner.collector.gate = () => gate.opened;
      await until(() => readTargets().length === 1);
      const second = await scanner.scans.request([VIRGINIA]);
      expect(second.id).not.toBe(first.id);
      gate.open();
      await until(() => scanIsDone(second.id));
      expect(readTargets().map(({ region }) => region)).toEqual([
        IRELAND.region,
        VIRGINIA.region,
      ]);
    });

    it('is not lost on a task that is about to end', async () => {
      const trigger = jest
        .spyOn(scanner.scheduler, 'triggerTask')
        .mockRejectedValueOnce(
          Object.assign(new Error('Task is currently running'), {
            name: 'ConflictError',
          }),
        );
      const { id } = await scanner.scans.request([IRELAND]);
      await until(() => scanIsDone(id));
      expect(trigger.mock.calls.length).toBeGreaterThan(1);
    });

    it('comes before what the schedule wants', async () => {
      scanner.sources.targets = async () => [IRELAND, VIRGINIA];
      const { id } = await scanner.scans.request([VIRGINIA]);
      await until(() => scanIsDone(id));
      await scanner.scheduler.idle();
      expect(readTargets().map(({ region }) => region)).toEqual([
        VIRGINIA.region,
        IRELAND.region,
      ]);
    });

    it('says so when the target is none any more', async () => {
      await scanner.inventory.registerTargets([IRELAND, STAGING], at('09:00'));
      const { id } = await scanner.scans.request([STAGING]);
      scanner.sources.targets = async () => [IRELAND];
      await until(() => scanIsDone(id));
      await scanner.scheduler.idle();
      // The task of its shard may have begun before the target left.
      await scanner.scheduler.runAll();
      const left = await scanner.scans.get(id);
      expect(left?.progress).toEqual({ done: 1, total: 1 });
    });
  });

  describe('when something breaks', () => {
    it('reads the good target beside the broken one', async () => {
      await scanner.scheduler.runAll();
      const before = await scanner.inventory.targetFacts(IRELAND);
      scanner.collector.answer(IRELAND, 'the role cannot be assumed');
      scanner.collector.answer(VIRGINIA, [{ kind: 'role', facts: [aRole()] }]);
      scanner.clock.now = at('10:30');
      const { id } = await scanner.scans.request([IRELAND, VIRGINIA]);
      await until(() => scanIsDone(id));
      expect(await scanner.scans.get(id)).toMatchObject({
        state: 'partial',
        targets: [
          {
            region: IRELAND.region,
            state: 'failed',
            error:
              'Could not read account 111122223333 in eu-west-1: the role cannot be assumed',
          },
          { region: VIRGINIA.region, state: 'succeeded', error: null },
        ],
      });
      expect(await scanner.inventory.targetFacts(IRELAND)).toEqual(before);
      expect(await scanner.inventory.targets()).toMatchObject([
        {
          region: IRELAND.region,
          outcome: 'failed',
          lastSuccess: at('10:00').toISOString(),
          lastAttempt: at('10:30').toISOString(),
        },
        { region: VIRGINIA.region, outcome: 'succeeded' },
        { accountId: STAGING.accountId },
      ]);
    });

    it('stops at an abort, keeps the last good facts, and says why', async () => {
      await scanner.scheduler.runAll();
      scanner.clock.now = at('10:30');
      scanner.collector.reads.length = 0;
      const gate = await heldAt(IRELAND);
      const scan = await scanner.scans.underWay([IRELAND]);
      scanner.scheduler.abortAll();
      gate.open();
      await scanner.scheduler.idle();
      expect(
        (await scanner.scans.get(scan?.id ?? ''))?.targets.find(
          ({ region }) => region === IRELAND.region,
        ),
      ).toMatchObject({
        state: 'failed',
        error: expect.stringContaining('was stopped before it ended'),
      });
      expect((await scanner.inventory.targetFacts(IRELAND)).services).toEqual([
        aService(),
      ]);
    });

    it('ends the scan of a process that died when its shard runs again, and reads anew', async () => {
      const { id } = await scanner.journal
        .request([IRELAND], {
          cooldownMilliseconds: 0,
          now: at('10:00'),
        })
        .then(answer => {
          if (answer.kind === 'cooling') throw new Error('cooling');
          return answer.scan;
        });
      await scanner.journal.start(IRELAND, at('10:00'));

      scanner = await aScanner(knex, [IRELAND, VIRGINIA, STAGING]);
      scanner.clock.now = at('10:05');
      expect((await scanner.scans.get(id))?.state).toBe('running');
      await scanner.scheduler.runAll();
      expect(await scanner.scans.get(id)).toMatchObject({
        state: 'failed',
        finishedAt: at('10:05').toISOString(),
        targets: [
          {
            error: 'The scan was interrupted: the backend that ran it stopped',
          },
        ],
      });
      expect(readTargets()).toContainEqual(IRELAND);
    });

    it('ends the scan of a process that died after the timeout, though nothing runs', async () => {
      await scanner.journal.open([IRELAND], at('10:00'));
      await scanner.journal.start(IRELAND, at('10:00'));
      scanner.clock.now = at('10:24');
      expect(await scanner.scans.underWay([IRELAND])).toBeDefined();
      scanner.clock.now = at('10:26');
      expect(await scanner.scans.underWay([IRELAND])).toBeUndefined();
    });
  });

  describe('when the catalog is down', () => {
    const down = async () => {
      throw new Error('connect ECONNREFUSED');
    };

    it('reads the targets and roles of the last time, and says what to do', async () => {
      const named = roleArn('named-by-annotation');
      scanner.sources.roleArns = async () => [
        named,
        'arn:aws:iam::444455556666:role/elsewhere',
      ];
      await scanner.scheduler.runAll();
      scanner.sources.roleArns = down;
      scanner.sources.targets = down;
      scanner.collector.reads.length = 0;
      scanner.clock.now = at('10:30');
      await scanner.scheduler.runAll();
      expect(
        scanner.collector.reads.map(({ target, roleArns }) => [
          target.accountId,
          target.region,
          roleArns,
        ]),
      ).toEqual(
        expect.arrayContaining([
          [IRELAND.accountId, IRELAND.region, [named]],
          [VIRGINIA.accountId, VIRGINIA.region, [named]],
          [
            STAGING.accountId,
            STAGING.region,
            ['arn:aws:iam::444455556666:role/elsewhere'],
          ],
        ]),
      );
      expect(scanner.logger.warn).toHaveBeenCalledWith(
        expect.stringMatching(/Is the catalog up\? Setting ecsIam\.targets/),
      );
    });

    it('reads the families of the last time, each where it is named', async () => {
      const { accountId, region, partition } = STAGING;
      scanner.sources.families = async () => [
        { family: 'nightly-report', place: null },
        { family: 'cleanup', place: { accountId, region, partition } },
      ];
      await scanner.scheduler.runAll();
      scanner.sources.families = down;
      scanner.collector.reads.length = 0;
      scanner.clock.now = at('10:30');
      await scanner.scheduler.runAll();
      expect(
        scanner.collector.reads.map(({ target, taskFamilies }) => [
          target.accountId,
          target.region,
          taskFamilies,
        ]),
      ).toEqual(
        expect.arrayContaining([
          [IRELAND.accountId, IRELAND.region, ['nightly-report']],
          [VIRGINIA.accountId, VIRGINIA.region, ['nightly-report']],
          [accountId, region, ['cleanup', 'nightly-report']],
        ]),
      );
    });

    it('asks again for every role that was seen, when it never had a list', async () => {
      await scanner.scheduler.runAll();
      scanner = await aScanner(knex, [IRELAND]);
      scanner.sources.roleArns = down;
      scanner.clock.now = at('10:30');
      await scanner.scheduler.runAll();
      expect(scanner.collector.reads).toEqual([
        { target: IRELAND, roleArns: [aRole().arn], taskFamilies: [] },
      ]);
    });
  });
});
