import type { Scan } from '@ecs-iam/plugin-ecs-iam-common';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';

/** How much of a target a scan has seen. */
export type ScanCounts = Readonly<{
  services: number;
  roles: number;
  gaps: number;
}>;

export type ScanResult = ScanCounts &
  Readonly<{ state: 'succeeded' | 'partial' | 'failed'; error: string | null }>;

/** A target that waits for its scan, or is being scanned. */
export type OpenTarget = Pick<Target, 'accountId' | 'region'> &
  Readonly<{
    state: 'queued' | 'running';
    /** Whether a person asked for it. */
    requested: boolean;
    startedAt: string | null;
  }>;

export type ScanAnswer =
  | Readonly<{ kind: 'opened' | 'under-way'; scan: Scan }>
  | Readonly<{ kind: 'cooling'; until: Date }>;

/** Who asked for which scan, and how far it is. Kept in the database, so that every replica knows. */
export interface ScanJournal {
  /**
   * Opens a scan on request. A scan that covers all of the targets and is not done with any of them is returned in its
   * place; a target that another scan is reading at this moment is joined. Targets within the cool-down are left out.
   *
   * @returns `cooling`, and until when, when that leaves no target
   */
  request(
    targets: readonly Target[],
    options: Readonly<{ cooldownMilliseconds: number; now: Date }>,
  ): Promise<ScanAnswer>;

  /** Opens a scan by schedule. */
  open(targets: readonly Target[], now: Date): Promise<void>;

  /** Targets that wait or are being scanned: those that people asked for first, then the longest waiting. */
  openTargets(): Promise<readonly OpenTarget[]>;

  /** A target's scan begins, for every scan that waits for it. */
  start(target: Pick<Target, 'accountId' | 'region'>, now: Date): Promise<void>;

  /** Tells how far a target's scan is. */
  progress(
    target: Pick<Target, 'accountId' | 'region'>,
    counts: ScanCounts,
  ): Promise<void>;

  /** A target's scan ends, for every scan that reads it. */
  finish(
    target: Pick<Target, 'accountId' | 'region'>,
    result: ScanResult,
    now: Date,
  ): Promise<void>;

  /** Ends what has been running since before `before`: its process must have died. */
  expire(before: Date, now: Date): Promise<void>;

  /** Forgets scans that were asked for before `before` and are done. */
  forget(before: Date): Promise<void>;

  get(id: string): Promise<Scan | undefined>;

  /** The newest scan under way that covers one of the targets. */
  underWay(
    targets: readonly Pick<Target, 'accountId' | 'region'>[],
  ): Promise<Scan | undefined>;
}
