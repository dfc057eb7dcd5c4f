import type { Role } from '../../../ecs/role';
import type { FindingPlace } from '../placeWords';

/**
 * @param place - of a finding in a policy of the role; `null` for none
 * @param casePointer - of the case in its file
 * @returns JSON pointer into the file, at least to the role
 */
export function pointerInFile(
  place: FindingPlace | null,
  role: Role,
  casePointer: string,
): string {
  const ofRole = `${casePointer}/role`;
  if (place === null) {
    return ofRole;
  }
  const { policyId, pointer } = place;
  if (policyId === 'trust') {
    return `${ofRole}/trustPolicy${pointer}`;
  }
  if (policyId.startsWith('boundary:')) {
    return `${ofRole}/boundary/document${pointer}`;
  }
  const policies = role.policies.known ? role.policies.value : [];
  const index = policies.findIndex(
    ({ name, arn }) =>
      policyId === (arn === null ? `inline:${name}` : `managed:${arn}`),
  );
  return index === -1
    ? ofRole
    : `${ofRole}/policies/${index}/document${pointer}`;
}
