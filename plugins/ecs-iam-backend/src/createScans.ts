import type {
  DatabaseService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { AnyRule } from '@ecs-iam/iam-analysis';
import type { Collector } from '@ecs-iam/plugin-ecs-iam-node';
import type { EcsIamConfig } from './config/EcsIamConfig';
import type { AnnotatedEntities } from './entities/AnnotatedEntities';
import { createAnnotatedNameSource } from './entities/targetSources';
import { DatabaseScanJournal } from './inventory/DatabaseScanJournal';
import type { Inventory } from './inventory/Inventory';
import { analyseTarget } from './refresh/analysis/analyseTarget';
import { ScheduledScans } from './refresh/ScheduledScans';
import { ShardRun } from './refresh/ShardRun';
import type { TargetSource } from './refresh/TargetSource';

export type ScansOptions = Readonly<{
  config: EcsIamConfig;
  database: DatabaseService;
  logger: LoggerService;
  scheduler: SchedulerService;
  collector: Collector;
  entities: AnnotatedEntities;
  inventory: Inventory;
  rules: readonly AnyRule[];
  targetSource: TargetSource;
}>;

/** Wires the scans: what the collector reads goes into the inventory and is judged there. */
export async function createScans(
  options: ScansOptions,
): Promise<ScheduledScans> {
  const { config, inventory, rules } = options;
  const journal = await DatabaseScanJournal.create(options);
  const analysis = { rules, settings: config.analysis };
  const run = ShardRun.create({
    ...options,
    journal,
    targets: options.targetSource,
    names: createAnnotatedNameSource(options.entities),
    analyse: (target, read) =>
      analyseTarget(target, { inventory, analysis, ...read }),
  });
  return ScheduledScans.create({ ...options, journal, run });
}
