import type { PermissionNeed, RoleNeeds } from '../ecs/permissions/permission';

/**
 * @param parts - what differs from the need to pull `shop/checkout` from ECR, whose lack breaks the task
 * @public
 */
export function aNeed(parts: Partial<PermissionNeed> = {}): PermissionNeed {
  return {
    row: 'E1',
    actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    resources: ['arn:aws:ecr:eu-west-1:111122223333:repository/shop/checkout'],
    conditions: [],
    context: {},
    because: 'containerDefinitions[0].image',
    phrase: 'pulls shop/checkout from ECR',
    breaks: true,
    failure: 'CannotPullContainerError',
    alsoNeeds: null,
    ...parts,
  };
}

/**
 * @param needs - all of a role
 * @param parts - what differs from a slot that must have a role, where all is known and nothing else has a place
 * @public
 */
export function needsOf(
  needs: readonly PermissionNeed[],
  parts: Partial<RoleNeeds> = {},
): RoleNeeds {
  return {
    required: true,
    needs,
    accepted: [],
    unresolved: [],
    closed: true,
    ...parts,
  };
}
