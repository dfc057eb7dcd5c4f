import { grantsOf } from '../grants/grantsOf';
import { known, mapKnown, unknown, type Known, type Unknown } from '../known';
import type { Role, RolePolicy } from '../ecs/role';
import type { RoleGrants } from '../grants/grant';
import { homeOf } from '../grants/home';
import { parsePolicyOnce } from '../policy/parsePolicyOnce';
import type { Policy } from '../policy/roleDocuments';
import type { EvidenceInput } from '../rules/evidence';

/**
 * The evidence that follows from a role alone: existence, policies, boundary, grants, trust, last use, creation date.
 * What could not be read stays unknown, with the permission that it needs; one unread document makes the grants unknown.
 *
 * @param role - the role as IAM describes it
 * @returns facts for `analyse`; those of its use come from elsewhere
 * @public
 */
export function roleFacts(role: Role): EvidenceInput['facts'] {
  const absent = reasonOfAbsence(role.existence);
  if (absent !== null) {
    return {
      existence: role.existence,
      policies: absent,
      boundary: absent,
      grants: absent,
      trust: absent,
      lastUsed: absent,
      createdAt: absent,
    };
  }
  const policies = mapKnown(role.policies, list => list.map(toPolicy));
  const boundary = mapKnown(role.boundary, toBoundary);
  return {
    existence: role.existence,
    policies,
    boundary,
    grants: grantsFact(role, policies, boundary),
    trust: mapKnown(role.trustPolicy, toTrust),
    lastUsed: role.lastUsed,
    createdAt: role.createdAt,
  };
}

function reasonOfAbsence(existence: Role['existence']): Unknown | null {
  if (!existence.known) {
    return null;
  }
  switch (existence.value) {
    case 'exists':
      return null;
    case 'not-found':
      return unknown('role not found');
    case 'other-account':
      return unknown('other account');
    default:
      return existence.value satisfies never;
  }
}

function grantsFact(
  role: Role,
  policies: Known<readonly Policy[]>,
  boundary: Known<Policy | null>,
): Known<RoleGrants> {
  if (!policies.known) {
    return policies;
  }
  if (!boundary.known) {
    return boundary;
  }
  const all = [...policies.value, ...(boundary.value ? [boundary.value] : [])];
  for (const { document } of all) {
    if (!document.known) {
      return document;
    }
  }
  return known(grantsOf(policies.value, boundary.value, homeOf(role)));
}

function toPolicy(policy: RolePolicy): Policy {
  const id =
    policy.kind === 'inline'
      ? `inline:${policy.name}`
      : `managed:${policy.arn ?? policy.name}`;
  return { ...parsed(policy), id };
}

function toBoundary(policy: RolePolicy | null): Policy | null {
  return policy === null
    ? null
    : { ...parsed(policy), id: `boundary:${policy.arn ?? policy.name}` };
}

function toTrust(text: string): Policy {
  return {
    id: 'trust',
    name: 'trust policy',
    arn: null,
    document: known(parsePolicyOnce(text, 'trust')),
  };
}

function parsed({ name, arn, document }: RolePolicy): Omit<Policy, 'id'> {
  return {
    name,
    arn,
    document: mapKnown(document, text => parsePolicyOnce(text, 'identity')),
  };
}
