import type { ProposedPolicy } from '../../advice/proposedPolicy';
import type { RoleSlot } from '../slots';
import type { TaskHome } from './derivation';
import type { RoleNeeds } from './permission';

/**
 * The smallest policy that holds all needs of a role.
 *
 * @param _needs - what ECS demands of it
 * @param _name - of the inline policy
 * @returns `null` when nothing is needed
 * @public
 */
export function minimalPolicy(
  _needs: RoleNeeds,
  _name: string,
): ProposedPolicy | null {
  return null;
}

/**
 * The trust policy of a slot as AWS documents it. For the roles of tasks, bound to account and region.
 *
 * @param slot - where the role is used
 * @param home - where its tasks run
 * @public
 */
export function minimalTrust(_slot: RoleSlot, _home: TaskHome): ProposedPolicy {
  return {
    id: 'trust',
    replaces: null,
    name: 'trust policy',
    kind: 'trust',
    statements: [],
  };
}
