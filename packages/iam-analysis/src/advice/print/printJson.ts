import { printStatement } from '../../policy/printStatement';
import type { Statement } from '../../policy/types';
import type { ProposedPolicy } from '../../policy/proposedPolicy';

/**
 * @param policy - one proposed, or one of today in the same form
 * @returns its document as JSON text, as AWS writes it: two spaces, lists of one as scalars, statements in their order
 * @public
 */
export function printJson(policy: ProposedPolicy): string {
  return JSON.stringify(documentOf(policy), null, 2);
}

/** The document as a JSON value, its keys in the order in which AWS writes them. */
export function documentOf({
  statements,
}: ProposedPolicy): Readonly<{ Version: string; Statement: unknown }> {
  return { Version: '2012-10-17', Statement: statements.map(printed) };
}

// An empty Sid says nothing, and Terraform takes it for none.
function printed(statement: Statement): Readonly<Record<string, unknown>> {
  return printStatement(
    statement.sid === '' ? { ...statement, sid: null } : statement,
  );
}
