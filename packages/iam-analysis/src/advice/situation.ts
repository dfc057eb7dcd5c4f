import type { Finding } from '../analysis/finding';
import { grantsOf } from '../grants/grantsOf';
import { homeOf, type Home } from '../grants/home';
import { known, mapKnown, unknown, type Known } from '../known';
import type { Policy } from '../policy/roleDocuments';
import type { EvidenceInput } from '../rules/evidence';
import { allowedUsage } from '../rules/usage/allowedUsage';
import { proposedOf, type ProposedPolicy } from './proposedPolicy';

/** Judges a role by all rules. Advice is tried out with it: only what clears a finding is advice. */
export type Judge = (input: EvidenceInput) => readonly Finding[];

/** A role with the policies that it has, or could have. */
export type Situation = Readonly<{
  /** What is known of the role as it is today. */
  today: EvidenceInput;
  home: Home;
  /** Those of its policies that are as they were read. */
  read: ReadonlyMap<ProposedPolicy, Policy>;
  /** All of its policies, the trust policy too. */
  policies: readonly ProposedPolicy[];
  /** What the rules say of them; places are those of today. */
  findings: readonly Finding[];
}>;

/**
 * @returns the role as it is today; unknown when one of its documents, or a part of one, could not be read: what it grants
 * or denies is not known then, so nothing can take its place
 */
export function situationOf(
  today: EvidenceInput,
  judge: Judge,
): Known<Situation> {
  const documents = allPolicies(today);
  if (!documents.known) {
    return documents;
  }
  const read = new Map<ProposedPolicy, Policy>();
  for (const policy of documents.value) {
    const { document } = policy;
    if (!document.known) {
      return document;
    }
    if (document.value.unread.length > 0) {
      return unknown(`a part of the policy '${policy.name}' cannot be read`);
    }
    read.set(proposedOf(policy, document.value), policy);
  }
  return known({
    today,
    home: homeOf(today.role),
    read,
    policies: [...read.keys()],
    findings: judge(today),
  });
}

function allPolicies({ facts }: EvidenceInput): Known<readonly Policy[]> {
  const { policies, trust } = facts;
  if (!policies?.known || !trust?.known) {
    const missing = policies?.known ? trust : policies;
    return missing && !missing.known
      ? missing
      : unknown('the policies of the role were not read');
  }
  return known([...policies.value, trust.value]);
}

/**
 * @param policies - that the role could have
 * @returns the same role with them, judged
 */
export function withPolicies(
  situation: Situation,
  policies: readonly ProposedPolicy[],
  judge: Judge,
): Situation {
  const { today, home } = situation;
  const { boundary, usage } = today.facts;
  const asThey = policies.map(policy => policyOf(policy, situation));
  const identity = asThey.filter(({ id }) => id !== 'trust');
  const trust = asThey.find(({ id }) => id === 'trust');
  const grants = known(
    grantsOf(identity, boundary?.known ? boundary.value : null, home),
  );
  const findings = judge({
    ...today,
    facts: {
      ...today.facts,
      policies: known(identity),
      ...(trust ? { trust: known(trust) } : {}),
      // IAM would report on the services that these policies allow.
      ...(usage
        ? { usage: mapKnown(usage, report => allowedUsage(report, grants)) }
        : {}),
      grants: boundary?.known ? grants : boundary,
    },
  });
  return {
    ...situation,
    policies,
    findings: findings.map(each => atPlaceOfToday(each, policies)),
  };
}

// One that is as it was stays the policy that was read, with its ARN and its faults.
function policyOf(policy: ProposedPolicy, { read }: Situation): Policy {
  return (
    read.get(policy) ?? {
      id: policy.id,
      name: policy.name,
      arn: null,
      document: known({
        version: '2012-10-17',
        id: null,
        statements: policy.statements,
        unread: [],
        faults: [],
      }),
    }
  );
}

function atPlaceOfToday(
  finding: Finding,
  policies: readonly ProposedPolicy[],
): Finding {
  const [id] = finding.at.split('#', 1);
  const policy = policies.find(each => each.id === id);
  return policy?.replaces
    ? { ...finding, at: policy.replaces + finding.at.slice(id.length) }
    : finding;
}
