import type { Policy } from '../policy/roleDocuments';
import type { PolicyDocument, Statement } from '../policy/types';
import { holdAlways } from './holdAlways';
import type { Denial, Reach, RoleGrants } from './grant';
import type { Home } from './home';
import { reachOf } from './reachOf';

/**
 * What a role holds: every Allow statement of its policies, with the Deny statements and the boundary that limit them.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 *
 * @param policies - inline and attached; one whose document is unknown holds nothing here, so ask for known ones
 * @param boundary - `null` when the role has none
 * @param home - where the role lives
 * @remarks
 * Service control policies, session policies and resource policies are not part of a role.
 * @public
 */
export function grantsOf(
  policies: readonly Policy[],
  boundary: Policy | null,
  home: Home,
): RoleGrants {
  const shared = sharedGrants(policies, boundary, home);
  return (
    shared ?? remember(policies, boundary, collect(policies, boundary, home))
  );
}

function collect(
  policies: readonly Policy[],
  boundary: Policy | null,
  home: Home,
): RoleGrants {
  return {
    home,
    grants: policies.flatMap(policy => reaches(policy, 'Allow', home)),
    denials: [
      ...denialsOf(policies, 'deny', home),
      ...denialsOf(boundary ? [boundary] : [], 'boundary', home),
    ],
    bounds: boundary && reaches(boundary, 'Allow', home),
  };
}

// Many roles of an account have the very same policies: what one of them holds, and all that was found out about it, holds
// for the others. Documents are the same objects when their text is the same.
type SharedGrants = Readonly<{
  policies: readonly Policy[];
  boundary: Policy | null;
  grants: RoleGrants;
}>;

const lastOf = new WeakMap<PolicyDocument, SharedGrants>();

function sharedGrants(
  policies: readonly Policy[],
  boundary: Policy | null,
  home: Home,
): RoleGrants | null {
  const [first] = policies;
  const last = first?.document.known
    ? lastOf.get(first.document.value)
    : undefined;
  return last !== undefined &&
    last.grants.home.accountId === home.accountId &&
    last.grants.home.partition === home.partition &&
    isSame(last.boundary, boundary) &&
    last.policies.length === policies.length &&
    last.policies.every((policy, index) => isSame(policy, policies[index]))
    ? last.grants
    : null;
}

function isSame(a: Policy | null, b: Policy | null): boolean {
  if (a === null || b === null) {
    return a === b;
  }
  return (
    a.id === b.id &&
    a.document.known &&
    b.document.known &&
    a.document.value === b.document.value
  );
}

function remember(
  policies: readonly Policy[],
  boundary: Policy | null,
  grants: RoleGrants,
): RoleGrants {
  const [first] = policies;
  if (first?.document.known) {
    lastOf.set(first.document.value, { policies, boundary, grants });
  }
  return grants;
}

/**
 * Whether a Deny takes something away for certain: it has no condition, or one that every request meets.
 *
 * @public
 */
export function subtracts(denial: Reach): boolean {
  return holdAlways(denial.conditions);
}

function denialsOf(
  policies: readonly Policy[],
  by: Denial['by'],
  home: Home,
): Denial[] {
  return policies.flatMap(policy =>
    reaches(policy, 'Deny', home).map(reach => ({ ...reach, by })),
  );
}

type Reaches = Readonly<Record<Statement['effect'], readonly Reach[]>>;

function reaches(
  policy: Policy,
  effect: Statement['effect'],
  home: Home,
): readonly Reach[] {
  return policy.document.known
    ? reachesOf(policy.id, policy.document.value, home)[effect]
    : [];
}

function reachesOf(
  policyId: string,
  document: PolicyDocument,
  home: Home,
): Reaches {
  const key = `${home.partition} ${home.accountId} ${policyId}`;
  const before = remembered.get(document);
  if (before !== undefined && before.key === key) {
    return before.reaches;
  }
  const found: Record<Statement['effect'], Reach[]> = { Allow: [], Deny: [] };
  for (const statement of document.statements) {
    const reach = reachOf(statement, policyId, home);
    if (reach) {
      found[statement.effect].push(reach);
    }
  }
  remembered.set(document, { key, reaches: found });
  return found;
}

// Roles of an account share managed policies. Accounts are analysed one after the other, so the last one is enough.
const remembered = new WeakMap<
  PolicyDocument,
  Readonly<{ key: string; reaches: Reaches }>
>();
