import type { RuleContext } from '../rules/defineRule';

/** A context for one rule, which knows whether the rule looked at the role and at the clock. */
export class WatchedContext {
  looksAtRole = false;
  looksAtNow = false;
  /** What the rule gets. Its properties are its own, so that a copy of it (`{ ...context }`) has them too. */
  readonly context: RuleContext;

  constructor({ slot, settings, role, now }: RuleContext) {
    const lookAtRole = () => {
      this.looksAtRole = true;
      return role;
    };
    const lookAtNow = () => {
      this.looksAtNow = true;
      return now;
    };
    this.context = {
      slot,
      settings,
      get role() {
        return lookAtRole();
      },
      get now() {
        return lookAtNow();
      },
    };
  }
}
