import type { Change } from './change/change';
import { droppedActions, type DroppedActions } from './check/droppedActions';
import {
  droppedPrincipals,
  type DroppedPrincipals,
} from './check/droppedPrincipals';
import { diffPolicies, type PolicyDiff } from './diff/diffPolicies';
import type { ProposedPolicy } from '../policy/proposedPolicy';
import type { Situation } from './situation';

/**
 * The policies of a role as they could be. They were checked: they grant nothing new.
 *
 * @public
 */
export type Proposal = Readonly<{
  changes: readonly Change[];
  /** Policies to be written: changed ones, and inline ones that take the place of a managed policy. */
  write: readonly ProposedPolicy[];
  /** Policies that go: managed ones are detached, inline ones deleted. */
  remove: readonly Pick<ProposedPolicy, 'id' | 'name'>[];
  /** One for each policy of today, the trust policy too. */
  diff: readonly PolicyDiff[];
  /** What the role could do and then cannot do any more. */
  drops: Readonly<{
    actions: readonly DroppedActions[];
    principals: readonly DroppedPrincipals[];
  }>;
}>;

/**
 * @param before - the role of today
 * @param after - the role with the changes
 */
export function proposalOf(
  changes: readonly Change[],
  before: Situation,
  after: Situation,
): Proposal {
  const stays = new Set(after.policies.map(({ id }) => id));
  return {
    changes,
    write: after.policies.filter(policy => !before.policies.includes(policy)),
    remove: before.policies
      .filter(({ id }) => !stays.has(id))
      .map(({ id, name }) => ({ id, name })),
    diff: diffPolicies(before.policies, after.policies),
    drops: {
      actions: droppedActions(before.policies, after.policies, before.home),
      principals: droppedPrincipals(before.policies, after.policies),
    },
  };
}
