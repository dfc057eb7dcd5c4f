import type { ActionSet } from '../../catalogue/actionSet';
import type { Mitigation } from '../../analysis/finding';
import type { PermissionNeed } from './permission';

/**
 * A need, and how the role stands to it.
 *
 * @public
 */
export type JudgedNeed = Readonly<{
  need: PermissionNeed;
  /**
   * `conditional`: a statement grants it under conditions that cannot be judged from here; it is not called missing.
   */
  state: 'held' | 'conditional' | 'missing';
  /** Of the actions of the need, those that the role does not hold; empty unless `missing`. */
  missing: readonly string[];
  /** Statements that grant, could grant or deny it: `<policy id>#<JSON pointer>`. */
  at: readonly string[];
  /** A statement takes away what another one grants. */
  denied: boolean;
}>;

/**
 * Why a role in its slot should not hold something:
 *
 * - `agent`: actions of the ECS agent outside an instance role;
 * - `application`: nothing that a role in this slot is ever for;
 * - `secrets`: secrets, parameters or keys beyond those that are named;
 * - `tool-shaped`: what deployment tools are known to add;
 * - `baseline`: what the AWS managed policies of the slot grant beyond the need;
 * - `beyond`: right in this slot, but nothing here needs it, or not as far.
 *
 * @public
 */
export type ExcessKind =
  | 'agent'
  | 'application'
  | 'secrets'
  | 'tool-shaped'
  | 'baseline'
  | 'beyond';

/**
 * What a statement grants beyond the need, of one kind.
 *
 * @public
 */
export type Excess = Readonly<{
  kind: ExcessKind;
  /** The statement: `<policy id>#<JSON pointer>`. */
  at: string;
  actions: ActionSet;
  /** The resources of the statement, as written. */
  granted: readonly string[];
  /** The resources that would do for these actions; empty: the actions are not needed at all. */
  needed: readonly string[];
  /** Some of the actions write, tag or manage permissions. */
  writes: boolean;
  /** Some of the actions read data, secrets or credentials. */
  readsData: boolean;
  /** It reaches every resource of a kind in the account. */
  everywhere: boolean;
  mitigatedBy: Mitigation | null;
}>;
