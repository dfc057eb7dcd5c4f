import { describeFinding, severities } from '@ecs-iam/iam-analysis';
import type { AnyRule } from '@ecs-iam/iam-analysis';
import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import type { StoredFinding, StoredRole } from '../../inventory/Inventory';
import { shortenLists } from './shortenLists';
import { policyText, statementIndexOf } from './policyText';
import { policiesOf } from './policiesOf';

/**
 * A finding with the text that its rule gives it today.
 *
 * @param finding - as stored
 * @param role - the role that it is about, when there is one
 */
export function presentFinding(
  finding: StoredFinding,
  role: StoredRole | undefined,
  rules: readonly AnyRule[],
): Finding {
  return {
    id: finding.id,
    ruleId: finding.ruleId,
    severity: finding.severity,
    state: finding.state,
    mitigatedBy: finding.mitigatedBy,
    subject: finding.subject,
    slot: finding.slot,
    roleId: role?.id ?? null,
    roleName: role?.fact.name ?? null,
    ...shortenLists(finding.data),
    place: presentPlace(finding.at, role),
    ...copy(describeFinding(finding, rules)),
    firstSeen: finding.firstSeen,
    lastSeen: finding.lastSeen,
  };
}

/** The worst first; among equals by rule, then by id, so that the order never changes by itself. */
export function compareFindings(
  a: Pick<Finding, 'severity' | 'ruleId' | 'id'>,
  b: Pick<Finding, 'severity' | 'ruleId' | 'id'>,
): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    a.ruleId.localeCompare(b.ruleId) ||
    a.id.localeCompare(b.id)
  );
}

/** Splits `<policy id>#<JSON pointer>`; a policy id holds no `#`. */
export function splitPlace(
  at: string,
): Readonly<{ document: string; pointer: string }> | null {
  const hash = at.indexOf('#');
  return hash === -1
    ? null
    : { document: at.slice(0, hash), pointer: at.slice(hash + 1) };
}

/** A place in a policy of a role, for people. */
export function presentPlace(
  at: string,
  role: StoredRole | undefined,
): Finding['place'] {
  const place = splitPlace(at);
  if (place === null) {
    return null;
  }
  const policy = role
    ? policiesOf(role.fact).find(({ id }) => id === place.document)
    : undefined;
  const text = policy?.document.known
    ? policyText(policy.document.value)
    : { isList: true, statements: [] };
  const index = statementIndexOf(place.pointer, text);
  return {
    document: place.document,
    documentName: policy?.name ?? place.document,
    pointer: place.pointer,
    statement: index,
    sid: text.statements.find(each => each.index === index)?.sid ?? null,
  };
}

function copy(
  text: ReturnType<typeof describeFinding>,
): Pick<Finding, 'title' | 'message' | 'why' | 'fix' | 'leaveIt' | 'links'> {
  const { title, message, why, fix, leaveIt, links } = text;
  return { title, message, why, fix, leaveIt, links: [...links] };
}
