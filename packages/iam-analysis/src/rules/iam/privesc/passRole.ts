import { holds } from '../../../catalogue/actionSet';
import type { Grant, RoleGrants } from '../../../grants/grant';
import { passesTo, withoutPassedService } from '../../../grants/passesTo';
import { ResourcePattern } from '../../../grants/ResourcePattern';
import { standingOf } from '../../../grants/standingOf';
import type { OtherRole } from '../../evidence';
import { isBetter, type Best } from './bestHolding';

/** How a role can be passed to a service, and to which known administrator. */
export type Passing = Best & Readonly<{ administrator: OtherRole | null }>;

/**
 * The best way in which a role can pass a role to one of the services.
 *
 * @param role - what it holds
 * @param action - the number of `iam:PassRole`
 * @param services - that the passed role has to trust; empty: any
 * @param others - roles of the account that are known
 * @returns `null` when it holds no PassRole. Named roles alone are mitigated by `resource`, unless one of them is known to
 *   be an administrator whom the service may assume; a service that the condition leaves out, by `condition`
 */
export function passingTo(
  role: RoleGrants,
  action: number,
  services: readonly string[],
  others: readonly OtherRole[],
): Passing | null {
  let best: Passing | null = null;
  for (const grant of role.grants) {
    if (holds(grant.known, action)) {
      const passing = passingBy(role, grant, action, services, others);
      best = best === null || isBetter(passing, best) ? passing : best;
    }
  }
  return best;
}

function passingBy(
  role: RoleGrants,
  grant: Grant,
  action: number,
  services: readonly string[],
  others: readonly OtherRole[],
): Passing {
  const { scope, passes, mitigatedBy, weakened } = standingOf(
    role,
    withoutPassedService(grant),
    action,
  );
  const administrator =
    others.find(
      other =>
        other.isAdministrator &&
        trustsOneOf(other, services) &&
        reaches(grant, other, role),
    ) ?? null;
  const base = { grant, weakened, administrator };
  if (mitigatedBy !== null) {
    return { ...base, mitigatedBy };
  }
  if (!passesTo(grant, services)) {
    return { ...base, mitigatedBy: 'condition' };
  }
  if (passes !== scope) {
    return { ...base, mitigatedBy: 'boundary' };
  }
  return {
    ...base,
    mitigatedBy: scope === 'all' || administrator ? null : 'resource',
  };
}

function trustsOneOf(
  { trustedServices }: OtherRole,
  services: readonly string[],
): boolean {
  return (
    services.length === 0 ||
    trustedServices.some(service => services.includes(service))
  );
}

function reaches(
  { resources, patterns }: Grant,
  { arn }: OtherRole,
  { home }: RoleGrants,
): boolean {
  const named = ResourcePattern.of(arn, home);
  const isNamed = patterns.some(pattern => pattern.covers(named));
  return resources.kind === 'only' ? isNamed : !isNamed;
}
