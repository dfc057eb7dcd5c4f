import { known, unknown } from '@ecs-iam/iam-analysis';
import type { Host, Service } from '@ecs-iam/iam-analysis';
import { aService, roleArn } from '@ecs-iam/iam-analysis/testUtils';
import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import type { Knex } from 'knex';
import { hostTasks, onHosts, openHost } from '../../testSupport/aHostFleet';
import { at, IRELAND } from '../../testSupport/anInventory';
import { aScanner } from '../../testSupport/aScanner';
import type { Scanner } from '../../testSupport/aScanner';
import { testDatabases } from '../../testSupport/databases';

const databases = testDatabases();
const ruleIds = ['ecs.ecscape-colocation', 'ecs.role-overridden'];
const CHECKOUT = aService().arn;

const denied = unknown('AccessDenied', 'ecs:ListTasks');
const throttled = unknown('Throttled');
const both = [hostTasks('checkout'), hostTasks('orders')];
const override = {
  taskDefinitionArn: hostTasks('checkout').taskDefinitionArn,
  taskRoleArn: roleArn('orders-task'),
  executionRoleArn: null,
  environmentFiles: [],
  tasks: 1,
};

/** Services on a host, of which it is known or not what runs there, and with which roles. */
function fleet(
  tasks: Host['tasks'],
  overrides: Service['overrides'],
): readonly FactPage[] {
  const families = ['checkout', 'orders'];
  return onHosts(families, families, [openHost('i-1', { tasks })]).map(page =>
    page.kind === 'service'
      ? { ...page, facts: page.facts.map(fact => ({ ...fact, overrides })) }
      : page,
  );
}

describe.each(databases.engines)(
  'rules that rest on what an account need not allow, %s',
  engine => {
    let knex: Knex;
    let scanner: Scanner;
    let minute = 0;

    beforeEach(async () => {
      knex = await databases.init(engine);
      scanner = await aScanner(knex, [IRELAND], ruleIds);
      minute = 0;
    });

    async function scan(pages: readonly FactPage[]) {
      scanner.collector.answer(IRELAND, pages);
      minute += 2;
      scanner.clock.now = at(`10:${String(minute).padStart(2, '0')}`);
      const { id } = await scanner.scans.request([IRELAND]);
      while ((await scanner.scans.get(id))?.finishedAt === null) {
        await new Promise(resolve => {
          setImmediate(resolve);
        });
      }
      await scanner.scheduler.idle();
    }

    const found = async () =>
      (await scanner.inventory.findings([CHECKOUT]))
        .map(({ ruleId }) => ruleId)
        .sort();

    const undecided = async () =>
      (await scanner.inventory.roleUses([CHECKOUT])).flatMap(use =>
        use.undecided.map(({ ruleId, because }) => [use.slot, ruleId, because]),
      );

    it('are nothing to read of where it is denied', async () => {
      await scan(fleet(denied, denied));
      expect(await found()).toEqual([]);
      expect(await undecided()).toEqual([]);
    });

    it('keep what they found when it is denied later', async () => {
      await scan(fleet(known(both), known([override])));
      expect(await found()).toEqual(ruleIds);
      await scan(fleet(denied, denied));
      expect(await found()).toEqual(ruleIds);
      expect(await undecided()).toEqual([]);
      await scan(fleet(known([hostTasks('checkout')]), known([])));
      expect(await found()).toEqual([]);
    });

    it('are undecided while a call fails', async () => {
      await scan(fleet(throttled, throttled));
      expect(await undecided()).toEqual([
        ['task', 'ecs.role-overridden', 'Throttled'],
        ['instance', 'ecs.ecscape-colocation', 'Throttled'],
      ]);
    });
  },
);
