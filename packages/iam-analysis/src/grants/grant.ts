import type { Condition } from '../policy/types';

/**
 * One thing that a role may do, with the statement that says so.
 *
 * @public
 */
export type Grant = Readonly<{
  /** Action patterns as written; `all-but` for `NotAction`. */
  actions: Readonly<{ kind: 'only' | 'all-but'; patterns: readonly string[] }>;
  resources: Readonly<{
    kind: 'only' | 'all-but';
    patterns: readonly string[];
  }>;
  conditions: readonly Condition[];
  /** `<policy id>#<JSON pointer>` of the statement. */
  at: string;
}>;
