import type { Role } from '../ecs/role';
import type { OtherRole } from '../rules/evidence';
import { isAdministrator } from '../rules/iam/administrator';
import { canBecomeAdministrator } from '../rules/iam/privesc/judgeEscalations';
import {
  admissionOf,
  canonicalService,
  trustedNames,
} from '../rules/trust/admission';
import { roleFacts } from './roleFacts';

/**
 * What the analysis of one role may know of another one of its account.
 *
 * @param role - the other role
 * @returns `null` when its permissions or its trust policy could not be read: nothing can be said of it then
 * @public
 */
export function otherRole(role: Role): OtherRole | null {
  const { grants, trust } = roleFacts(role);
  if (!grants?.known || !trust?.known || !trust.value.document.known) {
    return null;
  }
  const { statements } = trust.value.document.value;
  return {
    arn: role.arn,
    isAdministrator:
      isAdministrator(grants.value) || canBecomeAdministrator(grants.value),
    trustedServices: trustedNames(statements)
      .map(canonicalService)
      .filter(
        service =>
          admissionOf(statements, service, role.accountId).kind === 'admitted',
      ),
  };
}
