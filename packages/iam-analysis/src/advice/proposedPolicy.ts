import type { ProposedPolicy } from '../policy/proposedPolicy';
import type { Policy } from '../policy/roleDocuments';
import type { PolicyDocument, Statement } from '../policy/types';

/**
 * @param policy - one of today, with its document as parsed
 * @returns the same statements in the language of version 2012-10-17. What could not be parsed is not among them
 * @public
 */
export function proposedOf(
  { id, name }: Pick<Policy, 'id' | 'name'>,
  document: PolicyDocument,
): ProposedPolicy {
  return {
    id,
    replaces: null,
    name,
    kind: id === 'trust' ? 'trust' : 'identity',
    statements: withoutRepeatedSids(currentStatements(document)),
  };
}

/** The place of a statement in the policies of today: `<policy id>#<JSON pointer>`. */
export function placeOf(
  { id, replaces }: ProposedPolicy,
  { at }: Statement,
): string {
  return `${replaces ?? id}#${at}`;
}

// "In the earlier version 2008-10-17, variables such as ${aws:username} are treated as literal strings." The current
// language writes the same text with `${$}`, which stands for the dollar sign.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
function currentStatements({
  version,
  statements,
}: PolicyDocument): readonly Statement[] {
  return version === '2012-10-17'
    ? statements
    : statements.map(statement => ({
        ...statement,
        resources: statement.resources && {
          kind: statement.resources.kind,
          patterns: statement.resources.patterns.map(literalDollars),
        },
        conditions: statement.conditions.map(condition => ({
          ...condition,
          values: condition.values.map(literalDollars),
        })),
      }));
}

function literalDollars(text: string): string {
  return text.replace(/\$\{/g, () => '${$}{');
}

function withoutRepeatedSids(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string | null>();
  return statements.map(statement => {
    const repeated = seen.has(statement.sid);
    seen.add(statement.sid);
    return repeated ? { ...statement, sid: null } : statement;
  });
}
