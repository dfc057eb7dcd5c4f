import type { Target } from '@ecs-iam/plugin-ecs-iam-node';

const DAY = 24 * 60 * 60 * 1000;

type Read = Readonly<{ at: number; version: number }>;

/** Remembers, by target, what was read in the last day, so that it is read once a day. */
export class DailyShelf {
  readonly #read = new Map<string, Map<string, Read>>();
  readonly #now: () => number;

  private constructor(now: () => number) {
    this.#now = now;
  }

  /** @param now - milliseconds */
  static create(now: () => number): DailyShelf {
    return new DailyShelf(now);
  }

  /**
   * @param seen - the highest version that is seen in use: one that is higher than what was read came since
   * @returns whether the thing need not be read again
   */
  knows(target: Target, name: string, seen: number = 0): boolean {
    const read = this.#of(target).get(name);
    return (
      read !== undefined && read.at > this.#now() - DAY && read.version >= seen
    );
  }

  /** @param version - the latest, of what has versions */
  keep(target: Target, name: string, version: number = 0): void {
    this.#of(target).set(name, { at: this.#now(), version });
  }

  /** Forgets what in the target is not among these. */
  keepOnly(target: Target, names: ReadonlySet<string>): void {
    const read = this.#of(target);
    for (const name of read.keys()) {
      if (!names.has(name)) read.delete(name);
    }
  }

  #of({ partition, accountId, region }: Target): Map<string, Read> {
    const place = `${partition}/${accountId}/${region}`;
    const read = this.#read.get(place) ?? new Map<string, Read>();
    this.#read.set(place, read);
    return read;
  }
}
