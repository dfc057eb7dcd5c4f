import type { RuleContext } from '../rules/defineRule';

/** A context that knows whether a rule looked at the role and at the clock. */
export class WatchedContext implements RuleContext {
  looksAtRole = false;
  looksAtNow = false;
  readonly slot: RuleContext['slot'];
  readonly settings: RuleContext['settings'];
  readonly #context: RuleContext;

  constructor(context: RuleContext) {
    this.slot = context.slot;
    this.settings = context.settings;
    this.#context = context;
  }

  get role(): RuleContext['role'] {
    this.looksAtRole = true;
    return this.#context.role;
  }

  get now(): Date {
    this.looksAtNow = true;
    return this.#context.now;
  }
}
