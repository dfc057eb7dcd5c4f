import type { PolicyKind } from './parseStatement';
import type { Statement } from './types';

/**
 * A policy of a role as it could be. Its document is of version 2012-10-17 and valid: every statement has an action, no
 * Sid stands twice.
 *
 * @public
 */
export type ProposedPolicy = Readonly<{
  /** As of a policy of today: `inline:app`, `managed:ARN`, `trust`. */
  id: string;
  /** Id of the managed policy that this inline policy takes the place of, which is to be detached. */
  replaces: string | null;
  name: string;
  kind: PolicyKind;
  /** Each keeps the place (`at`) of the statement of today that it comes from. */
  statements: readonly Statement[];
}>;
