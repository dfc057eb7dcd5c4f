/**
 * A policy document, parsed. Whatever did not fit the grammar is a fault; what did fit is kept, so that one bad
 * statement does not hide the others.
 * Grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 *
 * @public
 */
export type PolicyDocument = Readonly<{
  version: string | null;
  id: string | null;
  statements: readonly Statement[];
  /**
   * JSON pointers of the statements that could not be kept, or `['']` when nothing of the document could. What they grant
   * or deny is not known.
   */
  unread: readonly string[];
  faults: readonly Fault[];
}>;

/**
 * `at` is a JSON pointer (RFC 6901) into the document; `''` is the whole document.
 *
 * @public
 */
export type Fault = Readonly<{ at: string; message: string }>;

/** @public */
export type Statement = Readonly<{
  sid: string | null;
  effect: 'Allow' | 'Deny';
  actions: Clause;
  /** `null` in trust policies, which name no resource. */
  resources: Clause | null;
  /** `null` in identity policies, which name no principal. */
  principals: Principals | null;
  conditions: readonly Condition[];
  /** JSON pointer of the statement. */
  at: string;
}>;

/**
 * `Action` or `NotAction`, `Resource` or `NotResource`: a union, so that the negated form cannot be forgotten.
 *
 * @public
 */
export type Clause = Readonly<
  | { kind: 'only'; patterns: readonly string[] }
  | { kind: 'all-but'; patterns: readonly string[] }
>;

/** @public */
export type Principals = Readonly<{
  kind: 'only' | 'all-but';
  principals: readonly Principal[];
}>;

/** @public */
export type Principal = Readonly<{
  type: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser' | '*';
  value: string;
}>;

/**
 * One key of a condition block.
 *
 * @public
 */
export type Condition = Readonly<{
  /** As written, without set prefix and `IfExists`. */
  operator: string;
  set: 'ForAllValues' | 'ForAnyValue' | null;
  ifExists: boolean;
  key: string;
  values: readonly string[];
}>;
