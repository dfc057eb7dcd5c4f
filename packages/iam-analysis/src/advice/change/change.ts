import type { Condition, Principal } from '../../policy/types';

/**
 * One change of the policies of a role. `at` is the place of a statement in the policies of
 * today, `<policy id>#<JSON pointer>`, and stays valid whatever else changes; `policy` is the id of a policy.
 *
 * @public
 */
export type Change = Readonly<
  | { kind: 'remove-statement'; at: string }
  /** Names or patterns; a wildcard of the statement that takes one in becomes the rest of what it takes in. */
  | { kind: 'drop-actions'; at: string; actions: readonly string[] }
  /** Patterns; what the statement allows beside them goes, and what it does not allow of them it does not allow then. */
  | { kind: 'keep-actions'; at: string; actions: readonly string[] }
  /** A wildcard of the statement becomes the names of the actions that it takes in today. */
  | { kind: 'name-actions'; at: string; patterns: readonly string[] }
  /** Actions of the statement on fewer resources than it has, each part as a statement of its own. */
  | { kind: 'narrow-resources'; at: string; parts: readonly NarrowedPart[] }
  /** Patterns of `Resource`, as they are written. */
  | { kind: 'drop-resources'; at: string; resources: readonly string[] }
  /** For all that the statement allows, or for a part of it that becomes a statement of its own. */
  | {
      kind: 'add-condition';
      at: string;
      condition: Condition;
      to: ConditionedPart;
    }
  | { kind: 'remove-principal'; at: string; principal: Principal }
  /** Fewer ones than those of today, such as one service in place of everyone. */
  | { kind: 'set-principals'; at: string; principals: readonly Principal[] }
  /** A managed policy gives way to an inline policy of the same statements, which can be changed for this role alone. */
  | { kind: 'replace-policy'; policy: string; name: string }
  | { kind: 'remove-policy'; policy: string }
  /** A Deny in the inline policy of that name, which is made where the role has none. Without resources: on every one. */
  | {
      kind: 'add-deny';
      name: string;
      actions: readonly string[];
      resources?: readonly string[];
    }
  /** The same statements, written anew: version 2012-10-17, no Sid twice, nothing that AWS does not read. */
  | { kind: 'rewrite-policy'; policy: string }
>;

/** @public */
export type NarrowedPart = Readonly<{
  actions: readonly string[];
  resources: readonly string[];
}>;

/** @public */
export type ConditionedPart = Readonly<
  | { part: 'statement' }
  | { part: 'actions'; actions: readonly string[] }
  | { part: 'principal'; principal: Principal }
>;
