import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Scan } from '@ecs-iam/plugin-ecs-iam-common';

/** Scans on request and their progress. */
export interface Scans {
  /**
   * Asks for a scan of the targets. When one for the same targets is under way, that one is returned.
   *
   * @throws ConflictError when all of the targets were scanned within the cool-down; the message says when to try again
   */
  request(targets: readonly Target[]): Promise<Scan>;

  get(id: string): Promise<Scan | undefined>;

  /** The newest scan under way that covers one of the targets. */
  underWay(
    targets: readonly Pick<Target, 'accountId' | 'region'>[],
  ): Promise<Scan | undefined>;
}
