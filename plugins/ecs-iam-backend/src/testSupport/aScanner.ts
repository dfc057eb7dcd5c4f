import { mockServices } from '@backstage/backend-test-utils';
import { defaultSettings, rules } from '@ecs-iam/iam-analysis';
import type { TaskFamily } from '@ecs-iam/iam-analysis';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Knex } from 'knex';
import { analyseTarget } from '../refresh/analysis/analyseTarget';
import { ScheduledScans } from '../refresh/ScheduledScans';
import { ShardRun } from '../refresh/ShardRun';
import { aJournal } from './aJournal';
import { anInventory, at } from './anInventory';
import { FixtureCollector } from './FixtureCollector';
import { HandScheduler } from './HandScheduler';

/**
 * The whole of scanning over a database, with a collector that answers fixtures, a scheduler that runs by hand and a
 * clock that stands still until it is set.
 *
 * @param knex - an empty database, or that of another scanner: a second replica, or the same one after a restart
 * @param ruleIds - the rules that a test is about; absent: all of them
 */
export async function aScanner(
  knex: Knex,
  targets: readonly Target[],
  ruleIds?: readonly string[],
) {
  const inventory = await anInventory(knex);
  const journal = await aJournal(knex);
  const collector = FixtureCollector.create();
  const scheduler = HandScheduler.create();
  const logger = mockServices.logger.mock();
  const clock = { now: at('10:00') };
  const sources = {
    targets: async (): Promise<readonly Target[]> => targets,
    roleArns: async (): Promise<readonly string[]> => [],
    families: async (): Promise<readonly TaskFamily[]> => [],
  };
  const config = {
    schedule: { frequency: { minutes: 30 }, timeout: { minutes: 25 } },
    scan: { shards: 2, cooldownMilliseconds: 60_000 },
  };
  const now = () => clock.now;
  const run = ShardRun.create({
    config,
    logger,
    inventory,
    journal,
    collector,
    targets: { targets: () => sources.targets() },
    names: {
      names: async () => ({
        roleArns: await sources.roleArns(),
        families: await sources.families(),
      }),
    },
    analyse: (target, read) =>
      analyseTarget(target, {
        inventory,
        analysis: {
          rules: rules.filter(({ id }) => ruleIds?.includes(id) ?? true),
          settings: defaultSettings,
        },
        ...read,
      }),
    now,
  });
  const scans = ScheduledScans.create({
    scheduler,
    logger,
    config,
    journal,
    run,
    now,
    pause: () =>
      new Promise(resolve => {
        setImmediate(resolve);
      }),
  });
  await scans.start();
  return {
    inventory,
    journal,
    collector,
    scheduler,
    logger,
    clock,
    sources,
    scans,
  };
}

export type Scanner = Awaited<ReturnType<typeof aScanner>>;
