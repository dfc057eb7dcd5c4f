import type { Role } from '../../../ecs/role';
import type { FindingPlace } from '../placeWords';

/**
 * @param place - of a finding in a policy of the role; `null` for none
 * @param role - `null`: the case has none
 * @param rolePointer - of the role in its file
 * @returns JSON pointer into the file, at least to the role
 */
export function pointerInFile(
  place: FindingPlace | null,
  role: Role | null,
  rolePointer: string,
): string {
  if (place === null || role === null) {
    return rolePointer;
  }
  const { policyId, pointer } = place;
  if (policyId === 'trust') {
    return `${rolePointer}/trustPolicy${pointer}`;
  }
  if (policyId.startsWith('boundary:')) {
    return `${rolePointer}/boundary/document${pointer}`;
  }
  const policies = role.policies.known ? role.policies.value : [];
  const index = policies.findIndex(
    ({ name, arn }) =>
      policyId === (arn === null ? `inline:${name}` : `managed:${arn}`),
  );
  return index === -1
    ? rolePointer
    : `${rolePointer}/policies/${index}/document${pointer}`;
}
