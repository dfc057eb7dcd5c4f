import type { Finding } from '../analysis/finding';
import { grantsOf } from '../grants/grantsOf';
import { homeOf, type Home } from '../grants/home';
import { known, mapKnown, unknown, type Known, type Unknown } from '../known';
import type { Policy } from '../policy/roleDocuments';
import type { EvidenceInput } from '../rules/evidence';
import { allowedUsage } from '../rules/usage/allowedUsage';
import { proposedOf } from './proposedPolicy';
import type { ProposedPolicy } from '../policy/proposedPolicy';

/** Judges a role by all rules. Advice is tried out with it: only what clears a finding is advice. */
export type Judge = (input: EvidenceInput) => readonly Finding[];

/**
 * A policy that could not be read, whole or in part: nothing is proposed for it, and it stays as it is.
 *
 * @public
 */
export type LeftAlone = Readonly<{
  /** Its id: `trust`. */
  policy: string;
  because: string;
}>;

/** A role with the policies that it has, or could have. */
export type Situation = Readonly<{
  /** What is known of the role as it is today. */
  today: EvidenceInput;
  home: Home;
  /** Those of its policies that are as they were read. */
  read: ReadonlyMap<ProposedPolicy, Policy>;
  /** All of its policies that can be changed, the trust policy too. */
  policies: readonly ProposedPolicy[];
  leftAlone: readonly LeftAlone[];
  /** What the rules say of them; places are those of today. */
  findings: readonly Finding[];
}>;

/**
 * @returns the role as it is today; unknown when one of its identity policies, or a part of one, could not be read: what it
 * grants or denies is not known then, so nothing can take its place. The trust policy grants the role nothing, so that
 * without it the others can be advised on
 */
export function situationOf(
  today: EvidenceInput,
  judge: Judge,
): Known<Situation> {
  const {
    policies = notRead('list of policies'),
    trust = notRead('trust policy'),
  } = today.facts;
  if (!policies.known) {
    return policies;
  }
  const read = new Map<ProposedPolicy, Policy>();
  for (const policy of policies.value) {
    const proposed = proposedIfRead(policy);
    if (!proposed.known) {
      return proposed;
    }
    read.set(proposed.value, policy);
  }
  const proposedTrust = trust.known ? proposedIfRead(trust.value) : trust;
  if (trust.known && proposedTrust.known) {
    read.set(proposedTrust.value, trust.value);
  }
  return known({
    today,
    home: homeOf(today.role),
    read,
    policies: [...read.keys()],
    leftAlone: proposedTrust.known
      ? []
      : [{ policy: 'trust', because: proposedTrust.because }],
    findings: judge(today),
  });
}

function notRead(what: string): Unknown {
  return unknown(`the ${what} of the role was not read`);
}

function proposedIfRead(policy: Policy): Known<ProposedPolicy> {
  const { document, name } = policy;
  if (!document.known) {
    return document;
  }
  return document.value.unread.length > 0
    ? unknown(`a part of the policy '${name}' cannot be read`)
    : known(proposedOf(policy, document.value));
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
  const identity = identityPoliciesOf(policies, situation);
  const ofTrust = policies.find(({ id }) => id === 'trust');
  const trust = ofTrust && policyOf(ofTrust, situation);
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

/** Policies that the role could have, as rules see them; without the trust policy. */
export function identityPoliciesOf(
  policies: readonly ProposedPolicy[],
  situation: Situation,
): readonly Policy[] {
  return policies
    .filter(({ id }) => id !== 'trust')
    .map(policy => policyOf(policy, situation));
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

// A statement has the place that it came from. What is about the new policy itself, such as that it is an inline one, was not
// said of the policy of today.
function atPlaceOfToday(
  finding: Finding,
  policies: readonly ProposedPolicy[],
): Finding {
  const [id, pointer] = finding.at.split('#', 2);
  const policy = policies.find(each => each.id === id);
  return policy?.replaces && pointer
    ? { ...finding, at: `${policy.replaces}#${pointer}` }
    : finding;
}
