import type { TaskDefinition } from '@ecs-iam/iam-analysis';
import type { FactPage, Target } from './facts';

/**
 * Reads one target.
 *
 * @public
 */
export interface Collector {
  /**
   * @returns pages as they are read: clusters, services and task families, task definitions, latest revisions, capacity
   * providers, hosts, instance profiles, keys of secrets, the registry, roles, each followed by its gaps. A denied or
   * broken call becomes a gap, never an exception; when the clusters cannot be listed, that gap leaves every kind
   * incomplete. A denied call that an account need not allow is no gap: what it would have told is unknown. Latest
   * revisions need not be in every read. Something that AWS says does not exist (a role,
   * a dead instance) is a fact, not a gap, except for the `failures[]` of ECS. Task definitions that were stored
   * already are yielded again.
   *
   * @throws TargetUnreachableError when the first call fails for want of credentials or of a connection. No page was
   * yielded then, so that the last good facts can be kept.
   * @throws the reason of `signal` when it aborts the read
   */
  collect(target: Target, request: CollectRequest): AsyncIterable<FactPage>;
}

/** @public */
export type CollectRequest = Readonly<{
  /** Role ARNs to read beside those that ECS names (from catalog annotations). */
  roleArns: readonly string[];
  /**
   * Families of task definitions whose standalone and scheduled tasks are read as services of the kind `task-family`
   * (from catalog annotations). Names, without account, region and revision: those of other targets are left out.
   */
  taskFamilies: readonly string[];
  /** Task definitions never change: those that are already stored are not read again. */
  storedTaskDefinitions(
    arns: readonly string[],
  ): Promise<readonly TaskDefinition[]>;
  signal: AbortSignal;
}>;
