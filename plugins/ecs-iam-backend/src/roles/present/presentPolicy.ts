import { mapKnown, parsePolicy } from '@ecs-iam/iam-analysis';
import type { Role } from '@ecs-iam/iam-analysis';
import type { PolicyView } from '@ecs-iam/plugin-ecs-iam-common';
import type { StoredFinding } from '../../inventory/Inventory';
import type { ConsoleLinks } from './ConsoleLinks';
import type { IdentifiedPolicy } from './policiesOf';
import { policyText, statementIndexOf } from './policyText';
import type { PolicyText } from './policyText';
import { splitPlace } from './presentFinding';

/**
 * A policy document as text, with the lines of its statements and the findings in each.
 *
 * @param findings - those of the role
 */
export function presentPolicy(
  policy: IdentifiedPolicy,
  role: Role,
  findings: readonly StoredFinding[],
  links: ConsoleLinks,
): PolicyView {
  const { id, kind, name, arn, versionId } = policy;
  return {
    id,
    kind,
    name,
    arn,
    versionId,
    consoleUrl:
      arn === null
        ? links.role(role)
        : links.policy({ arn, ...accountOf(role) }),
    document: mapKnown(policy.document, document => {
      const text = policyText(document);
      const { faults } = parsePolicy(
        document,
        kind === 'trust' ? 'trust' : 'identity',
      );
      return {
        text: text.text,
        statements: text.statements.map(statement => ({
          ...statement,
          findings: findings
            .filter(({ at }) => isIn(at, id, text, statement.index))
            .map(finding => finding.id),
        })),
        faults: [...faults],
      };
    }),
  };
}

function isIn(
  at: string,
  document: string,
  text: PolicyText,
  statement: number,
): boolean {
  const place = splitPlace(at);
  return (
    place?.document === document &&
    statementIndexOf(place.pointer, text) === statement
  );
}

function accountOf({ accountId, partition }: Role) {
  return { accountId, partition };
}
