import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { TargetState } from '../inventory/Inventory';
import { Duration } from 'luxon';

type Frequency = SchedulerServiceTaskScheduleDefinition['frequency'];

/**
 * Chooses what a run of the scheduled task reads beside what people asked for. A task is not told whether the schedule
 * or a request started it, so the choice goes by age: what was read within half of a period is left for the next run.
 * With a cron expression the period is unknown, and what was read within the cool-down is left out. Without a
 * schedule, only a run that nobody asked for through the portal reads everything.
 *
 * @param targets - those of the run
 * @returns those that are due, in the same order
 */
export function dueTargets(
  targets: readonly TargetState[],
  options: Readonly<{
    frequency: Frequency;
    cooldownMilliseconds: number;
    isRequested: boolean;
    now: Date;
  }>,
): TargetState[] {
  const age = minimalAge(options);
  return targets.filter(
    ({ lastAttempt }) =>
      lastAttempt === null ||
      options.now.getTime() - Date.parse(lastAttempt) >= age,
  );
}

function minimalAge({
  frequency,
  cooldownMilliseconds,
  isRequested,
}: Readonly<{
  frequency: Frequency;
  cooldownMilliseconds: number;
  isRequested: boolean;
}>): number {
  if ('trigger' in frequency) {
    return isRequested ? Infinity : 0;
  }
  if ('cron' in frequency) {
    return cooldownMilliseconds;
  }
  return millisecondsOf(frequency) / 2;
}

/**
 * @param duration - as the schedule of a task has it
 */
export function millisecondsOf(
  duration: SchedulerServiceTaskScheduleDefinition['timeout'],
): number {
  return Duration.isDuration(duration)
    ? duration.toMillis()
    : Duration.fromObject(duration).toMillis();
}
