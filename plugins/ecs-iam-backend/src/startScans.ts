import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { setTimeout } from 'node:timers/promises';
import type { EcsIamConfig } from './config/EcsIamConfig';
import type { AnnotatedEntities } from './entities/AnnotatedEntities';
import { requireTargets, scanWhenFound } from './entities/firstTargets';
import type { Inventory } from './inventory/Inventory';
import { millisecondsOf } from './refresh/dueTargets';
import { requestUnread } from './refresh/requestUnread';
import type { ScheduledScans } from './refresh/ScheduledScans';
import type { TargetSource } from './refresh/TargetSource';

// Long enough for the scheduled tasks to begin with what they find.
const AFTER_FIRST_RUN_MILLISECONDS = 60_000;

/**
 * Starts the schedule, once it is clear that there is, or may come to be, something to scan.
 *
 * @throws InputError that names the key to set, when nothing can be found anywhere
 */
export async function startScans(
  options: Readonly<{
    config: Pick<EcsIamConfig, 'schedule'>;
    entities: AnnotatedEntities;
    inventory: Inventory;
    lifecycle: LifecycleService;
    logger: LoggerService;
    scans: ScheduledScans;
    targetSource: TargetSource;
  }>,
): Promise<void> {
  const { config, lifecycle, logger, scans } = options;
  const stop = new AbortController();
  lifecycle.addShutdownHook(() => stop.abort());
  const pause = (milliseconds: number) =>
    setTimeout(milliseconds, undefined, { signal: stop.signal });
  const around = { ...options, pause };
  const isFound = await requireTargets(around);
  await scans.start();
  const first = isFound
    ? pause(
        millisecondsOf(config.schedule.initialDelay ?? {}) +
          AFTER_FIRST_RUN_MILLISECONDS,
      ).then(() => requestUnread(options))
    : scanWhenFound(around, targets => scans.request(targets));
  first.catch(error => {
    if (!stop.signal.aborted) {
      logger.warn(`The first scan did not start: ${stringifyError(error)}`);
    }
  });
}
