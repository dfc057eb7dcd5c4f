import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { TargetUnreachableError } from '@ecs-iam/plugin-ecs-iam-node';
import type { Collector, Gap, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type {
  FinishedRead,
  Inventory,
  ReadOutcome,
} from '../inventory/Inventory';
import type { ScanCounts, ScanResult } from '../inventory/ScanJournal';

export type ScanTargetOptions = Readonly<{
  collector: Collector;
  inventory: Inventory;
  /** Makes findings of the facts, once they are all there. */
  analyse(
    target: Target,
    read: Pick<FinishedRead, 'released' | 'first'> & Readonly<{ at: Date }>,
  ): Promise<void>;
  /** Roles to read beside those that ECS names. */
  roleArns: readonly string[];
  /** Task families whose tasks without a service are read. */
  taskFamilies: readonly string[];
  progress(counts: ScanCounts): Promise<void>;
  signal: AbortSignal;
  now(): Date;
  logger: LoggerService;
}>;

/**
 * Reads a target, writes what was read page by page, and analyses it. Never throws: what went wrong is the result, so
 * that one broken target does not stop the others.
 */
export async function scanTarget(
  target: Target,
  options: ScanTargetOptions,
): Promise<ScanResult> {
  const { inventory, now, logger } = options;
  const counts = { services: 0, roles: 0, gaps: 0 };
  try {
    const startedAt = now();
    const outcome = await read(target, options, counts);
    const { released, first } = await inventory.finishRead(target, {
      startedAt,
      finishedAt: now(),
      ...outcome,
    });
    if (outcome.outcome === 'failed') {
      logger.warn(outcome.error);
      return { ...counts, state: 'failed', error: outcome.error };
    }
    await options.analyse(target, { released, first, at: now() });
    return { ...counts, state: outcome.outcome, error: null };
  } catch (error) {
    logger.error(
      `The scan of account ${target.accountId} in ${target.region} failed`,
      error instanceof Error ? error : new Error(stringifyError(error)),
    );
    return {
      ...counts,
      state: 'failed',
      error: `The scan failed within the portal: ${stringifyError(error)}`,
    };
  }
}

async function read(
  target: Target,
  options: ScanTargetOptions,
  counts: { services: number; roles: number; gaps: number },
): Promise<ReadOutcome> {
  const { collector, inventory, roleArns, taskFamilies, signal, now } = options;
  const gaps: Gap[] = [];
  try {
    for await (const page of collector.collect(target, {
      roleArns,
      taskFamilies,
      storedTaskDefinitions: arns => inventory.taskDefinitions(arns),
      signal,
    })) {
      if (page.kind === 'gap') {
        gaps.push(page.gap);
        counts.gaps += 1;
      } else {
        await inventory.writePage(target, page, now());
        counts.services += page.kind === 'service' ? page.facts.length : 0;
        counts.roles += page.kind === 'role' ? page.facts.length : 0;
      }
      await options.progress(counts);
      signal.throwIfAborted();
    }
    return { outcome: gaps.length > 0 ? 'partial' : 'succeeded', gaps };
  } catch (error) {
    return { outcome: 'failed', error: reasonOf(error, target, signal) };
  }
}

function reasonOf(error: unknown, target: Target, signal: AbortSignal): string {
  if (error instanceof TargetUnreachableError) {
    return error.message;
  }
  const place = `account ${target.accountId} in ${target.region}`;
  return signal.aborted
    ? `The scan of ${place} was stopped before it ended: the backend shut down, or the scan took longer than ecsIam.schedule.timeout`
    : `Could not read ${place}: ${stringifyError(error)}`;
}
