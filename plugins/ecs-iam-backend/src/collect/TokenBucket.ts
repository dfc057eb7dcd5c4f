import { setTimeout as delay } from 'node:timers/promises';

/** Time as the bucket sees it; replaced in tests. */
export type Clock = Readonly<{
  /** Milliseconds. */
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}>;

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
};

export type Rate = Readonly<{ burst: number; perSecond: number }>;

/** Lets `burst` calls through at once and `perSecond` from then on, in the order in which they came. */
export class TokenBucket {
  readonly #rate: Rate;
  readonly #clock: Clock;
  #tokens: number;
  #filledAt: number;

  private constructor(rate: Rate, clock: Clock) {
    this.#rate = rate;
    this.#clock = clock;
    this.#tokens = rate.burst;
    this.#filledAt = clock.now();
  }

  static create(rate: Rate, clock: Clock = systemClock): TokenBucket {
    return new TokenBucket(rate, clock);
  }

  /**
   * Waits until a call may be made.
   *
   * @throws the reason of the signal when it aborts the wait
   */
  async take(signal?: AbortSignal): Promise<void> {
    this.#fill();
    // A debt is a place in the queue: each waiter owes one token more than the one before, and waits as much longer.
    this.#tokens -= 1;
    if (this.#tokens >= 0) return;
    await this.#clock.sleep(
      (-this.#tokens / this.#rate.perSecond) * 1000,
      signal,
    );
  }

  #fill(): void {
    const now = this.#clock.now();
    const grown = ((now - this.#filledAt) / 1000) * this.#rate.perSecond;
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + grown);
    this.#filledAt = now;
  }
}
