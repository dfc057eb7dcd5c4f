import { known, type Known } from '../../known';
import type { DecidingRole } from '../../decide/decide';
import type { JudgedNeed } from './judgedNeed';
import type { RoleNeeds } from './permission';

/**
 * How a role stands to each of its needs.
 *
 * @param _needs - what ECS demands
 * @param _role - what it has
 * @returns unknown when a policy could not be read
 * @public
 */
export function judgeNeeds(
  _needs: RoleNeeds,
  _role: DecidingRole,
): Known<readonly JudgedNeed[]> {
  return known([]);
}
