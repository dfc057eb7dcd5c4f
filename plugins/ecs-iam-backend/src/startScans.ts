import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { setTimeout } from 'node:timers/promises';
import type { AnnotatedEntities } from './entities/AnnotatedEntities';
import { requireTargets, scanWhenFound } from './entities/firstTargets';
import type { ScheduledScans } from './refresh/ScheduledScans';
import type { TargetSource } from './refresh/TargetSource';

/**
 * Starts the schedule, once it is clear that there is, or may come to be, something to scan.
 *
 * @throws InputError that names the key to set, when nothing can be found anywhere
 */
export async function startScans(
  options: Readonly<{
    entities: AnnotatedEntities;
    lifecycle: LifecycleService;
    logger: LoggerService;
    scans: ScheduledScans;
    targetSource: TargetSource;
  }>,
): Promise<void> {
  const { lifecycle, logger, scans } = options;
  const stop = new AbortController();
  lifecycle.addShutdownHook(() => stop.abort());
  const around = {
    ...options,
    pause: (milliseconds: number) =>
      setTimeout(milliseconds, undefined, { signal: stop.signal }),
  };
  const isFound = await requireTargets(around);
  await scans.start();
  if (!isFound) {
    scanWhenFound(around, targets => scans.request(targets)).catch(error => {
      if (!stop.signal.aborted) {
        logger.warn(`The first scan did not start: ${stringifyError(error)}`);
      }
    });
  }
}
