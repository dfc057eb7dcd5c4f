import { escalations } from '../catalogue/categories/escalations';
import { lazily } from '../catalogue/lazily';
import type { Role } from '../ecs/role';
import type { Statement } from '../policy/types';
import type { OtherRole } from '../rules/evidence';
import { isAdministrator } from '../rules/iam/administrator';
import { canBecomeAdministrator } from '../rules/iam/privesc/judgeEscalations';
import { admissionOf, canonicalService } from '../rules/trust/admission';
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
    trustedServices: servicesIn(statements).filter(
      service =>
        admissionOf(statements, service, role.accountId).kind === 'admitted',
    ),
  };
}

// Those that the trust policy names; where it lets in everyone, or all but some, also those that a role can be passed to.
function servicesIn(statements: readonly Statement[]): string[] {
  const admitting = statements.flatMap(({ effect, principals }) =>
    effect === 'Allow' && principals ? [principals] : [],
  );
  const named = admitting.flatMap(({ principals }) =>
    principals.filter(({ type, value }) => type === 'Service' && value !== '*'),
  );
  const isOpen = admitting.some(
    ({ kind, principals }) =>
      kind === 'all-but' || principals.some(({ value }) => value === '*'),
  );
  return [
    ...new Set([
      ...named.map(({ value }) => canonicalService(value)),
      ...(isOpen ? passedServices() : []),
    ]),
  ];
}

const passedServices = lazily(() =>
  [...new Set(escalations.flatMap(({ passedTo }) => passedTo))].sort(),
);
