import { unknown, type Unknown } from '@ecs-iam/iam-analysis';
import { failureOf, isUnknownOperation } from './errors';
import type { Permission } from './permissions';

/** One denial may be about one resource alone, such as a secret with a policy of its own. */
const ENOUGH_DENIALS = 5;

/**
 * The optional calls that AWS refuses in one read: denied, or not known where they are made. A call that was refused
 * is not made again and again.
 */
export class Refusals {
  readonly #denials = new Map<Permission, number>();
  readonly #refused = new Map<Permission, Unknown>();

  private constructor() {}

  static create(): Refusals {
    return new Refusals();
  }

  /** @returns why the call need not be made, if so */
  of(api: Permission): Unknown | undefined {
    return this.#refused.get(api);
  }

  /** @returns what is unknown for it, when the error is a refusal */
  note(api: Permission, error: unknown): Unknown | undefined {
    if (failureOf(error).cause === 'AccessDenied') {
      const denials = (this.#denials.get(api) ?? 0) + 1;
      this.#denials.set(api, denials);
      const denied = unknown('AccessDenied', api);
      if (denials >= ENOUGH_DENIALS) this.#refused.set(api, denied);
      return denied;
    }
    if (isUnknownOperation(error)) {
      const notKnown = unknown('UnknownOperation', api);
      this.#refused.set(api, notKnown);
      return notKnown;
    }
    return undefined;
  }
}
