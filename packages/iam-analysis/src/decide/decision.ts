import type { Condition } from '../policy/types';

/**
 * One request of a role.
 *
 * @public
 */
export type DecisionRequest = Readonly<{
  /** Such as `s3:GetObject`, in any letter case. */
  action: string;
  /** The ARN of one resource, or `*`. */
  resource: string;
  /**
   * The condition keys of the request, in any letter case. A list makes a multivalued key, however many values it has. A
   * key that is not here is absent from the request: nothing is derived from the role.
   */
  context: Readonly<Record<string, string | readonly string[]>>;
}>;

/**
 * What AWS answers to a request, as far as the policies and the boundary of the role decide it. Policies of the
 * resource, of the organization and of the session are not part of it.
 *
 * @public
 */
export type Decision = Readonly<{
  decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  because: readonly Because[];
}>;

/**
 * What a statement did to the request:
 *
 * - `grants`: an Allow of the role's policies;
 * - `permits`: an Allow of the boundary, which grants nothing itself;
 * - `denies`;
 * - `stops-at-boundary`: it would grant, but no statement of the boundary permits the request;
 * - `could-grant`, `could-permit`: an Allow that names the action and the resource, but whose conditions do not hold;
 * - `could-deny`: a Deny that names both, and of which only an open condition keeps it from denying.
 *
 * @public
 */
export type DecisionEffect =
  | 'grants'
  | 'permits'
  | 'denies'
  | 'stops-at-boundary'
  | 'could-grant'
  | 'could-permit'
  | 'could-deny';

/**
 * A statement that decided, or that another context would let decide.
 *
 * @public
 */
export type Because = Readonly<{
  /** Id of the policy. */
  policy: string;
  /** The statement: `<policy id>#<JSON pointer>`, such as `inline:app#/Statement/0`. */
  at: string;
  effect: 'Allow' | 'Deny';
  did: DecisionEffect;
  /**
   * Conditions of the statement that were judged without knowing: the request lacks their key or the key of a policy
   * variable in them, or nobody knows their operator or how to compare their values.
   */
  open: readonly Condition[];
  /** Conditions that do not hold for what the request has. */
  failed: readonly Condition[];
  /** The keys that the statement asks for, in conditions and policy variables, and that the request lacks. */
  lacks: readonly string[];
}>;
