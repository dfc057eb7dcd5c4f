import type { ActionSet } from '../catalogue/actionSet';
import type { Clause, Condition } from '../policy/types';
import type { Home } from './home';
import type { ResourcePattern } from './ResourcePattern';

/**
 * What a statement reaches: actions and resources as written and as known, under its conditions.
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
  /** The known actions that it names. */
  known: ActionSet;
  /** It names services, not just `*` or what is left out: an action on a resource of another service is then meant. */
  namesServices: boolean;
  /** What it names that the catalogue does not know, as written. */
  unknownActions: readonly string[];
  /** The patterns of `resources`, in the account of the role. */
  patterns: readonly ResourcePattern[];
  /** It reaches every resource there is, and actions that take none: `*`, in whatever spelling. */
  everything: boolean;
}>;

/**
 * A Deny statement of one of the role's policies, or of its boundary.
 *
 * @public
 */
export type Denial = Reach & Readonly<{ by: 'deny' | 'boundary' }>;

/**
 * An Allow statement of one of the role's policies.
 *
 * @public
 */
export type Grant = Reach;

/**
 * What a role holds: every Allow statement of its policies, and everything that limits them.
 *
 * @public
 */
export type RoleGrants = Readonly<{
  home: Home;
  grants: readonly Grant[];
  denials: readonly Denial[];
  /** The Allow statements of the boundary; `null` when the role has no boundary. */
  bounds: readonly Reach[] | null;
}>;
