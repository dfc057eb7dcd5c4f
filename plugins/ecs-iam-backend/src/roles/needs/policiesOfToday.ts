import { known, proposedOf, unknown } from '@ecs-iam/iam-analysis';
import type { Known, Policy, ProposedPolicy } from '@ecs-iam/iam-analysis';

/**
 * Policies of a role as they are, in the form of proposed ones.
 *
 * @returns unknown when one of them, or a part of it, could not be read: nothing can take its place then
 */
export function policiesOfToday(
  policies: Known<readonly Policy[]>,
): Known<readonly ProposedPolicy[]> {
  if (!policies.known) {
    return policies;
  }
  const today: ProposedPolicy[] = [];
  for (const policy of policies.value) {
    const { document, name } = policy;
    if (!document.known) {
      return document;
    }
    if (document.value.unread.length > 0) {
      return unknown(`a part of the policy '${name}' cannot be read`);
    }
    today.push(proposedOf(policy, document.value));
  }
  return known(today);
}

/** A proposed policy as the role would have it. */
export function asPolicy({ id, name, statements }: ProposedPolicy): Policy {
  return {
    id,
    name,
    arn: null,
    document: known({
      version: '2012-10-17',
      id: null,
      statements,
      unread: [],
      faults: [],
    }),
  };
}
