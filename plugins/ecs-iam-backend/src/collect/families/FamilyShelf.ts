import type { Target } from '@ecs-iam/plugin-ecs-iam-node';

const DAY = 24 * 60 * 60 * 1000;

type Read = Readonly<{ at: number; revision: number }>;

/** Remembers, by target, which families were read in the last day, so that each is read once a day. */
export class FamilyShelf {
  readonly #read = new Map<string, Map<string, Read>>();
  readonly #now: () => number;

  private constructor(now: () => number) {
    this.#now = now;
  }

  /** @param now - milliseconds */
  static create(now: () => number): FamilyShelf {
    return new FamilyShelf(now);
  }

  /**
   * @param seen - the highest revision that is seen in use: one that is higher than the latest was registered since
   * @returns whether the family need not be read again
   */
  knows(target: Target, family: string, seen: number): boolean {
    const read = this.#of(target).get(family);
    return (
      read !== undefined && read.at > this.#now() - DAY && read.revision >= seen
    );
  }

  /** @param revision - the latest */
  keep(target: Target, family: string, revision: number): void {
    this.#of(target).set(family, { at: this.#now(), revision });
  }

  /** Forgets the families of the target that are not among these. */
  keepOnly(target: Target, families: ReadonlySet<string>): void {
    const read = this.#of(target);
    for (const family of read.keys()) {
      if (!families.has(family)) read.delete(family);
    }
  }

  #of({ partition, accountId, region }: Target): Map<string, Read> {
    const place = `${partition}/${accountId}/${region}`;
    const read = this.#read.get(place) ?? new Map<string, Read>();
    this.#read.set(place, read);
    return read;
  }
}
