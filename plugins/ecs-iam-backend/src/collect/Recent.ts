/** Keeps answers for a while, and lets those who ask at the same time wait for the same answer. */
export class Recent<T> {
  readonly #entries = new Map<
    string,
    Readonly<{ at: number; value: Promise<T> }>
  >();
  readonly #maxAge: number;
  readonly #now: () => number;

  private constructor(maxAge: number, now: () => number) {
    this.#maxAge = maxAge;
    this.#now = now;
  }

  /** @param options - `maxAge` in milliseconds */
  static create<T>(
    options: Readonly<{ maxAge: number; now: () => number }>,
  ): Recent<T> {
    return new Recent(options.maxAge, options.now);
  }

  /**
   * @param after - answers asked for at this time or before are too old for the caller
   * @throws what `read` throws; a failure is not kept
   */
  get(key: string, after: number, read: () => Promise<T>): Promise<T> {
    this.#forgetOld();
    const kept = this.#entries.get(key);
    if (kept && kept.at > after) return kept.value;
    const entry = { at: this.#now(), value: read() };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    entry.value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    return entry.value;
  }

  // Entries are in the order of their age, so that the first young one ends the search.
  #forgetOld(): void {
    const oldest = this.#now() - this.#maxAge;
    for (const [key, { at }] of this.#entries) {
      if (at > oldest) return;
      this.#entries.delete(key);
    }
  }
}
