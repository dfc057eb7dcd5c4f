import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Knex } from 'knex';
import { migrate } from './migrate';
import { insertScan } from './operations/scans/insertScan';
import {
  countTarget,
  expireTargets,
  finishTarget,
  forgetScans,
  startTarget,
} from './operations/scans/moveTarget';
import {
  readOpenTargets,
  readScan,
  readScanUnderWay,
} from './operations/scans/readScan';
import { requestScan } from './operations/scans/requestScan';
import type { ScanCounts, ScanJournal, ScanResult } from './ScanJournal';

type Name = Pick<Target, 'accountId' | 'region'>;

/** The journal in the plugin's database: SQLite or PostgreSQL. */
export class DatabaseScanJournal implements ScanJournal {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Migrates the database and opens the journal.
   *
   * @throws Error when a migration fails; the database is then as it was
   */
  static async create(options: {
    database: DatabaseService;
  }): Promise<DatabaseScanJournal> {
    const knex = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await migrate(knex);
    }
    return new DatabaseScanJournal(knex);
  }

  request(
    targets: readonly Target[],
    options: Readonly<{ cooldownMilliseconds: number; now: Date }>,
  ) {
    return this.#knex.transaction(trx => requestScan(trx, targets, options));
  }

  async open(targets: readonly Target[], now: Date) {
    await this.#knex.transaction(trx =>
      insertScan(trx, 'schedule', targets, now, () => ({
        state: 'queued',
        started_at: null,
      })),
    );
  }

  openTargets() {
    return readOpenTargets(this.#knex);
  }

  start(target: Name, now: Date) {
    return startTarget(this.#knex, target, now);
  }

  progress(target: Name, counts: ScanCounts) {
    return countTarget(this.#knex, target, counts);
  }

  finish(target: Name, result: ScanResult, now: Date) {
    return finishTarget(this.#knex, target, result, now);
  }

  expire(before: Date, now: Date) {
    return expireTargets(this.#knex, before, now);
  }

  forget(before: Date) {
    return forgetScans(this.#knex, before);
  }

  get(id: string) {
    return readScan(this.#knex, id);
  }

  underWay(targets: readonly Name[]) {
    return readScanUnderWay(this.#knex, targets);
  }
}
