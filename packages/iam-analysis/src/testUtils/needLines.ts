import type { PermissionNeed, RoleNeeds } from '../ecs/permissions/permission';

/**
 * @param role - what ECS demands of it
 * @returns each need in a line, such as `E1 ecr:GetAuthorizationToken on *`. Those whose lack is tolerated end in "(tolerated)"
 * @public
 */
export function needLines({
  needs,
}: Pick<RoleNeeds, 'needs'>): readonly string[] {
  return needs.map(needLine);
}

function needLine({ row, actions, resources, breaks }: PermissionNeed): string {
  return `${row} ${actions.join(' ')} on ${resources.join(' ')}${
    breaks ? '' : ' (tolerated)'
  }`;
}

/**
 * @param role - what ECS demands of it
 * @returns row and field of what cannot be resolved, such as `E1 containerDefinitions[0].image`. Those that depend on what is not seen end
 * in "(perhaps)"
 * @public
 */
export function unresolvedLines({
  unresolved,
}: Pick<RoleNeeds, 'unresolved'>): readonly string[] {
  return unresolved.map(
    ({ row, because, certain }) =>
      `${row} ${because}${certain ? '' : ' (perhaps)'}`,
  );
}
