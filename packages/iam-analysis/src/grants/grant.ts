import type { Clause, Condition } from '../policy/types';

/**
 * What a statement reaches: actions and resources as written, under its conditions.
 *
 * @public
 */
export type Reach = Readonly<{
  /** `only` for `Action`, `all-but` for `NotAction`. */
  actions: Clause;
  resources: Clause;
  conditions: readonly Condition[];
  /** `<policy id>#<JSON pointer>` of the statement. */
  at: string;
}>;

/**
 * A Deny that touches a grant: a statement of one of the role's policies, or of its boundary.
 *
 * @public
 */
export type Denial = Reach & Readonly<{ by: 'deny' | 'boundary' }>;

/**
 * One thing that a role may do, with the statement that says so and with everything that limits it.
 *
 * @public
 */
export type Grant = Reach &
  Readonly<{
    /** What takes the whole of the grant away; `null` when at least a part of it is effective. */
    removedBy: 'deny' | 'boundary' | null;
    /** Every Deny that touches the grant, also one with a condition or of a smaller scope, which takes nothing away. */
    denials: readonly Denial[];
    /** The Allow statements of the boundary that touch the grant; `null` when the role has no boundary. */
    bounds: readonly Reach[] | null;
  }>;
