import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  TargetUnreachableError,
  type AwsAccess,
  type Collector,
  type CollectRequest,
  type FactPage,
  type Target,
} from '@ecs-iam/plugin-ecs-iam-node';
import { AwsClients } from './AwsClients';
import { DailyShelf } from './DailyShelf';
import { failureOf } from './errors';
import { Gaps } from './Gaps';
import type { Reading } from './reading';
import { readTarget } from './readTarget';
import { Refusals } from './Refusals';
import type { RoleSource } from './roles';
import { RoleShelf } from './RoleShelf';
import { systemClock, type Clock } from './TokenBucket';

const ROLES_ARE_YOUNG_FOR = 10 * 60 * 1000;

/** Reads targets with the AWS SDK. Keep one of it: its clients, its pace and its roles are shared by all targets. */
export class AwsCollector implements Collector {
  readonly #clients: AwsClients;
  readonly #roles: RoleShelf;
  readonly #families: DailyShelf;
  readonly #secretKeys: DailyShelf;
  readonly #clock: Clock;
  readonly #logger: LoggerService | undefined;
  /** When each target was last given a role. */
  readonly #served = new Map<string, number>();

  private constructor(
    clients: AwsClients,
    clock: Clock,
    logger: LoggerService | undefined,
  ) {
    this.#clients = clients;
    this.#roles = RoleShelf.create({
      maxAge: ROLES_ARE_YOUNG_FOR,
      now: clock.now,
    });
    this.#families = DailyShelf.create(clock.now);
    this.#secretKeys = DailyShelf.create(clock.now);
    this.#clock = clock;
    this.#logger = logger;
  }

  static create(
    options: Readonly<{
      access: AwsAccess;
      logger?: LoggerService;
      clock?: Clock;
      /** How long an answer of AWS is waited for; absent: a minute. */
      answerMilliseconds?: number;
    }>,
  ): AwsCollector {
    const { access, logger, clock = systemClock } = options;
    const { answerMilliseconds } = options;
    return new AwsCollector(
      AwsClients.create({ access, clock, answerMilliseconds }),
      clock,
      logger,
    );
  }

  async *collect(
    target: Target,
    request: CollectRequest,
  ): AsyncGenerator<FactPage, void> {
    const reading = await this.#open(target, request.signal);
    const services = yield* readTarget(reading, request, {
      families: this.#families,
      secretKeys: this.#secretKeys,
      roleOf: this.#roleSource(reading),
    });
    this.#logger?.debug(
      `Read ${services} services of account ${target.accountId} in ${target.region}`,
    );
  }

  /**
   * Regions share the roles of their account, but no target is given what it was given before: whoever has mended a role
   * and scans again must see it mended.
   */
  #roleSource({ target, clients }: Reading): RoleSource {
    const place = `${target.partition}/${target.accountId}/${target.region}`;
    const after = this.#served.get(place) ?? -Infinity;
    return async name => {
      const read = await this.#roles.role(clients.iam, name, after);
      this.#served.set(place, this.#clock.now());
      return read;
    };
  }

  async #open(target: Target, signal: AbortSignal): Promise<Reading> {
    signal.throwIfAborted();
    try {
      const clients = await this.#clients.of(target);
      return {
        target,
        clients,
        gaps: Gaps.create(),
        refusals: Refusals.create(),
        signal,
      };
    } catch (error) {
      throw new TargetUnreachableError(target, failureOf(error).message, {
        cause: error,
      });
    }
  }
}
