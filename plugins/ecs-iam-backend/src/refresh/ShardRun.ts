import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Collector, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { EcsIamConfig } from '../config/EcsIamConfig';
import type { Inventory, TargetState } from '../inventory/Inventory';
import type { OpenTarget, ScanJournal } from '../inventory/ScanJournal';
import { dueTargets } from './dueTargets';
import { scanTarget } from './scanTarget';
import type { ScanTargetOptions } from './scanTarget';
import { shardOf } from './shardOf';
import { AnnotatedNames } from './sources/AnnotatedNames';
import { presentTargets } from './sources/presentTargets';
import type { AnnotatedNameSource, TargetSource } from './TargetSource';
import { workThrough } from './workThrough';

/** How many accounts of a shard are read at the same time. */
const WIDTH = 2;

const KEEP_SCANS_MILLISECONDS = 7 * 24 * 60 * 60 * 1_000;

type Name = Pick<Target, 'accountId' | 'region'>;

export type ShardRunOptions = Readonly<{
  config: Pick<EcsIamConfig, 'schedule' | 'scan'>;
  logger: LoggerService;
  inventory: Inventory;
  journal: ScanJournal;
  collector: Collector;
  targets: TargetSource;
  names: AnnotatedNameSource;
  analyse: ScanTargetOptions['analyse'];
  now?(): Date;
}>;

/** What the scheduled task of a shard does. */
export class ShardRun {
  readonly #options: ShardRunOptions;
  readonly #now: () => Date;
  readonly #names: AnnotatedNames;

  private constructor(options: ShardRunOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#names = AnnotatedNames.create({ ...options, source: options.names });
  }

  static create(options: ShardRunOptions): ShardRun {
    return new ShardRun(options);
  }

  /**
   * Reads the targets of a shard that are due or asked for, until none is left: those that people asked for first,
   * then the stalest.
   *
   * @param signal - ends the run; what is being read is then failed
   */
  async work(shard: number, signal: AbortSignal): Promise<void> {
    const { config, journal, inventory, logger, targets } = this.#options;
    const isMine = (target: Name) =>
      shardOf(target, config.scan.shards) === shard;
    const states = (
      await presentTargets({
        source: targets,
        inventory,
        logger,
        now: this.#now(),
      })
    )
      .filter(isMine)
      .sort((a, b) => ((a.lastAttempt ?? '') < (b.lastAttempt ?? '') ? -1 : 1));
    await this.#tidy(states, isMine);
    await this.#openDue(states);
    await this.#names.refresh();

    const broken = new Set<Target>();
    await workThrough<TargetState>({
      width: WIDTH,
      signal,
      next: async running => {
        const open = (await journal.openTargets()).filter(
          ({ state }) => state === 'queued',
        );
        const ready = states.filter(
          target =>
            !broken.has(target) &&
            running.every(({ accountId }) => accountId !== target.accountId),
        );
        return (
          ready.find(target =>
            open.some(o => o.requested && same(o, target)),
          ) ?? ready.find(target => open.some(o => same(o, target)))
        );
      },
      run: async target => {
        try {
          await this.#scan(targetOf(target), signal);
        } catch (error) {
          // The database failed. Not taken up again in this run, or it would go round in circles.
          broken.add(target);
          logger.error(
            `The scan of account ${target.accountId} in ${
              target.region
            } could not be recorded: ${stringifyError(error)}`,
          );
        }
      },
    });
  }

  async #scan(target: Target, signal: AbortSignal): Promise<void> {
    const { journal, inventory, collector, analyse, logger } = this.#options;
    await journal.start(target, this.#now());
    const result = await scanTarget(target, {
      inventory,
      collector,
      analyse,
      logger,
      signal,
      now: this.#now,
      ...(await this.#names.of(target)),
      progress: counts => journal.progress(target, counts),
    });
    await journal.finish(target, result, this.#now());
  }

  /**
   * The task of a shard runs once at a time, so whatever runs when it begins belongs to a process that died. What
   * waits and is no target any more will never be read.
   */
  async #tidy(
    targets: readonly Target[],
    isMine: (target: Name) => boolean,
  ): Promise<void> {
    const { journal } = this.#options;
    const open = (await journal.openTargets()).filter(isMine);
    for (const target of open) {
      if (target.state === 'running') {
        await this.#end(
          target,
          'The scan was interrupted: the backend that ran it stopped',
        );
      }
      if (!targets.some(each => same(each, target))) {
        await journal.start(target, this.#now());
        await this.#end(
          target,
          'This account and region are not among the targets any more',
        );
      }
    }
    const now = this.#now().getTime();
    await journal.forget(new Date(now - KEEP_SCANS_MILLISECONDS));
  }

  async #end(target: OpenTarget, error: string): Promise<void> {
    await this.#options.journal.finish(
      target,
      { state: 'failed', error, services: 0, roles: 0, gaps: 0 },
      this.#now(),
    );
  }

  async #openDue(states: readonly TargetState[]): Promise<void> {
    const { journal, config } = this.#options;
    const open = await journal.openTargets();
    const due = dueTargets(states, {
      frequency: config.schedule.frequency,
      cooldownMilliseconds: config.scan.cooldownMilliseconds,
      isRequested: open.some(o => states.some(state => same(o, state))),
      now: this.#now(),
    }).filter(state => !open.some(o => o.state === 'queued' && same(o, state)));
    if (due.length > 0) {
      await journal.open(due, this.#now());
    }
  }
}

function targetOf({ accountId, region, partition }: Target): Target {
  return { accountId, region, partition };
}

function same(a: Name, b: Name): boolean {
  return a.accountId === b.accountId && a.region === b.region;
}
