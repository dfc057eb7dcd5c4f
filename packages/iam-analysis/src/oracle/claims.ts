import type { Finding } from '../analysis/finding';
import { escalations } from '../catalogue/categories/escalations';
import { matches } from '../policy/wildcard';

/** A finding of another tool. */
export type Claim = Readonly<{
  /** Tool and category, such as `cloudsplaining:DataExfiltration`. */
  kind: string;
  /** An action, a service or an escalation, as the tool calls it. */
  name: string;
}>;

/** Whether a finding of ours says what another tool says, or more. */
export function says(finding: Finding, { kind, name }: Claim): boolean {
  if (finding.ruleId === 'iam.admin-access') {
    return true;
  }
  switch (kind) {
    case 'cloudsplaining:ServiceWildcard':
    case 'prowler:full':
      return (
        finding.ruleId === 'iam.service-wildcard' &&
        finding.data.service === name.toLowerCase()
      );
    case 'cloudsplaining:PrivilegeEscalation':
    case 'prowler:privesc':
      return (
        finding.ruleId === 'iam.privesc' &&
        isWithin(actionsOf(finding), kind, name)
      );
    case 'prowler:admin':
      return false;
    default:
      return (
        rulesFor(kind).includes(finding.ruleId) &&
        actionsOf(finding).some(
          action => action.toLowerCase() === name.toLowerCase(),
        )
      );
  }
}

function rulesFor(kind: string): readonly string[] {
  const rules = RULES.get(kind);
  if (rules === undefined) {
    throw new Error(`Nobody has said which rule stands for '${kind}'.`);
  }
  return rules;
}

const RULES: ReadonlyMap<string, readonly string[]> = new Map([
  ['cloudsplaining:CredentialsExposure', ['iam.credentials-exposure']],
  ['cloudsplaining:DataExfiltration', ['iam.data-exfiltration']],
  ['cloudsplaining:ResourceExposure', ['iam.resource-exposure']],
  [
    'cloudsplaining:InfrastructureModification',
    [
      'iam.infrastructure-modification',
      'iam.resource-exposure',
      'iam.data-exfiltration',
      'iam.credentials-exposure',
      'iam.data-destruction',
    ],
  ],
]);

// A smaller set is the stronger finding: it needs less.
function isWithin(
  actions: readonly string[],
  kind: string,
  name: string,
): boolean {
  const pattern = PATTERNS.get(name);
  if (pattern !== undefined) {
    return actions.every(action => matches(pattern, action.toLowerCase()));
  }
  const [tool] = kind.split(':');
  const sets = escalations.filter(({ knownAs }) =>
    knownAs.includes(`${tool}:${name}`),
  );
  if (sets.length === 0) {
    throw new Error(`No escalation is known as '${tool}:${name}'.`);
  }
  return sets.some(set =>
    actions.every(action => set.actions.includes(action)),
  );
}

// What Prowler calls by a pattern instead of a set.
const PATTERNS: ReadonlyMap<string, string> = new Map([
  ['IAMPut', 'iam:put*'],
  ['OverPermissiveIAM', 'iam:*'],
]);

function actionsOf({ data }: Finding): readonly string[] {
  return Array.isArray(data.actions) ? data.actions : [];
}
