import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import type { RoleView } from '../../hooks/useSelection';

/**
 * The view of the role drawer in which the place of a finding is to be seen.
 *
 * @param finding - with or without a place in a policy
 * @returns the view
 */
export function viewOf({ place }: Pick<Finding, 'place'>): RoleView {
  if (place === null) {
    return 'warnings';
  }
  return place.document === 'trust' ? 'trust' : 'policies';
}
