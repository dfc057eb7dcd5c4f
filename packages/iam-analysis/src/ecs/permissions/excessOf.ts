import type { RoleSlot } from '../slots';
import type { RoleGrants } from '../../grants/grant';
import type { Excess } from './judgedNeed';
import type { RoleNeeds } from './permission';

/**
 * What a role grants beyond its needs, statement by statement and kind by kind.
 *
 * @param _needs - what ECS demands of it; `null`: not known. Then only what a role in this slot is never for is found
 * @param _grants - what the role holds
 * @param _slot - where it is used
 * @public
 */
export function excessOf(
  _needs: RoleNeeds | null,
  _grants: RoleGrants,
  _slot: RoleSlot,
): readonly Excess[] {
  return [];
}
