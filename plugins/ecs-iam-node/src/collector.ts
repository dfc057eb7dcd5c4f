import type { TaskDefinition } from '@ecs-iam/iam-analysis';
import type { FactPage, Target } from './facts';

/**
 * Reads one target.
 *
 * @public
 */
export interface Collector {
  /**
   * @returns pages as they are read. A denied or broken call becomes a gap page, never an exception; the iteration
   * throws only when `signal` aborts it.
   */
  collect(target: Target, request: CollectRequest): AsyncIterable<FactPage>;
}

/** @public */
export type CollectRequest = Readonly<{
  /** Role ARNs to read beside those that ECS names (from catalog annotations). */
  roleArns: readonly string[];
  /** Task definitions never change: those that are already stored are not read again. */
  storedTaskDefinitions(
    arns: readonly string[],
  ): Promise<readonly TaskDefinition[]>;
  signal: AbortSignal;
}>;
