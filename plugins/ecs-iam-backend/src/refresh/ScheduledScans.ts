import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import type { Scan } from '@ecs-iam/plugin-ecs-iam-common';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { EcsIamConfig } from '../config/EcsIamConfig';
import type { ScanJournal } from '../inventory/ScanJournal';
import { millisecondsOf } from './dueTargets';
import type { Scans } from './Scans';
import type { ShardRun } from './ShardRun';
import { shardOf } from './shardOf';

const PAUSE_MILLISECONDS = 2_000;

export type ScheduledScansOptions = Readonly<{
  scheduler: SchedulerService;
  logger: LoggerService;
  config: Pick<EcsIamConfig, 'schedule' | 'scan'>;
  journal: ScanJournal;
  run: ShardRun;
  now?(): Date;
  /** Waits between two attempts to start a task that is running already. */
  pause?(milliseconds: number): Promise<void>;
}>;

/**
 * Scans by the scheduler of Backstage: a task for each shard, which the replicas share out among them. A request is
 * written to the journal and wakes the tasks of its shards; one that is running already takes it before it ends.
 */
export class ScheduledScans implements Scans {
  readonly #options: ScheduledScansOptions;
  readonly #now: () => Date;
  readonly #pause: (milliseconds: number) => Promise<void>;

  private constructor(options: ScheduledScansOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#pause = options.pause ?? pause;
  }

  static create(options: ScheduledScansOptions): ScheduledScans {
    return new ScheduledScans(options);
  }

  /** Hands the tasks to the scheduler. */
  async start(): Promise<void> {
    const { scheduler, config, run } = this.#options;
    for (let shard = 0; shard < config.scan.shards; shard += 1) {
      await scheduler.scheduleTask({
        ...config.schedule,
        id: taskId(shard),
        scope: 'global',
        fn: signal => run.work(shard, signal),
      });
    }
  }

  async request(targets: readonly Target[]): Promise<Scan> {
    const { journal, config } = this.#options;
    await this.#expire();
    const now = this.#now();
    const answer = await journal.request(targets, {
      cooldownMilliseconds: config.scan.cooldownMilliseconds,
      now,
    });
    if (answer.kind === 'cooling') {
      const seconds = Math.ceil(
        (answer.until.getTime() - now.getTime()) / 1_000,
      );
      throw new ConflictError(
        `This was scanned a moment ago. Try again in ${seconds} ${
          seconds === 1 ? 'second' : 'seconds'
        }.`,
      );
    }
    const shards = new Set(
      answer.scan.targets
        .filter(({ state }) => state === 'queued')
        .map(target => shardOf(target, config.scan.shards)),
    );
    for (const shard of shards) {
      this.#wake(shard).catch(error =>
        this.#options.logger.warn(
          `Could not start the scan that was asked for; the next scheduled one will read it: ${stringifyError(
            error,
          )}`,
        ),
      );
    }
    return answer.scan;
  }

  async get(id: string): Promise<Scan | undefined> {
    await this.#expire();
    return this.#options.journal.get(id);
  }

  async underWay(
    targets: readonly Pick<Target, 'accountId' | 'region'>[],
  ): Promise<Scan | undefined> {
    await this.#expire();
    return this.#options.journal.underWay(targets);
  }

  /**
   * Starts the task of a shard. A task that is running takes up what is queued, unless it is just about to end: so
   * this goes on until nothing is queued any more.
   */
  async #wake(shard: number): Promise<void> {
    const { scheduler, config } = this.#options;
    const timeout = millisecondsOf(config.schedule.timeout);
    const end = this.#now().getTime() + 2 * timeout;
    while (this.#now().getTime() < end && (await this.#isQueued(shard))) {
      try {
        await scheduler.triggerTask(taskId(shard));
      } catch (error) {
        if (!(error instanceof Error && error.name === 'ConflictError')) {
          throw error;
        }
      }
      await this.#pause(PAUSE_MILLISECONDS);
    }
  }

  async #isQueued(shard: number): Promise<boolean> {
    const { journal, config } = this.#options;
    return (await journal.openTargets()).some(
      target =>
        target.state === 'queued' &&
        shardOf(target, config.scan.shards) === shard,
    );
  }

  // A task runs no longer than its timeout, so what is older belongs to a process that died.
  async #expire(): Promise<void> {
    const { journal, config } = this.#options;
    const now = this.#now();
    const timeout = millisecondsOf(config.schedule.timeout);
    await journal.expire(new Date(now.getTime() - timeout), now);
  }
}

function taskId(shard: number): string {
  return `ecs-iam-scan-${shard}`;
}

// Does not keep the process alive.
function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds).unref();
  });
}
