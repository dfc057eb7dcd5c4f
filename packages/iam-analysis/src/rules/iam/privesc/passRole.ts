import type { Mitigation } from '../../../analysis/finding';
import { holds } from '../../../catalogue/actionSet';
import { findAction } from '../../../catalogue/catalogue';
import { lazily } from '../../../catalogue/lazily';
import type { Grant, RoleGrants } from '../../../grants/grant';
import { passesTo, withoutPassedService } from '../../../grants/passesTo';
import { ResourcePattern } from '../../../grants/ResourcePattern';
import { standingOf, type Standing } from '../../../grants/standingOf';
import type { OtherRole } from '../../evidence';
import { isBetter, type Best } from './bestHolding';

/** How a role can be passed to a service, and to which known administrator. */
export type Passing = Best & Readonly<{ administrator: OtherRole | null }>;

/** A statement that grants `iam:PassRole`, and how that stands but for the service. */
export type PassGrant = Readonly<{ grant: Grant; standing: Standing }>;

/** The statements by which a role can pass a role. */
export function passGrantsOf(role: RoleGrants): readonly PassGrant[] {
  const action = passRole();
  return role.grants
    .filter(({ known }) => holds(known, action))
    .map(grant => ({
      grant,
      standing: standingOf(role, withoutPassedService(grant), action),
    }));
}

/** The number of `iam:PassRole`. */
export const passRole = lazily(() => findAction('iam:PassRole') ?? -1);

/**
 * The best way in which a role can pass a role to one of the services.
 *
 * @param role - what it holds
 * @param passGrants - of {@link passGrantsOf}
 * @param services - that the passed role has to trust; empty: any
 * @param others - roles of the account that are known
 * @returns `null` when it holds no PassRole. Named roles alone are mitigated by `resource`, unless one of them is known to
 *   be an administrator whom the service may assume; a service that the condition leaves out, by `condition`
 */
export function passingTo(
  role: RoleGrants,
  passGrants: readonly PassGrant[],
  services: readonly string[],
  others: readonly OtherRole[],
): Passing | null {
  let best: Passing | null = null;
  for (const each of passGrants) {
    const passing = passingBy(role, each, services, others);
    best = best === null || isBetter(passing, best) ? passing : best;
  }
  return best;
}

function passingBy(
  role: RoleGrants,
  { grant, standing }: PassGrant,
  services: readonly string[],
  others: readonly OtherRole[],
): Passing {
  const administrator =
    others.find(
      other =>
        other.isAdministrator &&
        trustsOneOf(other, services) &&
        reaches(grant, other, role),
    ) ?? null;
  return {
    grant,
    weakened: standing.weakened,
    administrator,
    mitigatedBy: mitigationOf(grant, standing, services, administrator),
  };
}

function mitigationOf(
  grant: Grant,
  { scope, passes, mitigatedBy }: Standing,
  services: readonly string[],
  administrator: OtherRole | null,
): Mitigation | null {
  if (mitigatedBy !== null) {
    return mitigatedBy;
  }
  if (!passesTo(grant, services)) {
    return 'condition';
  }
  if (passes !== scope) {
    return 'boundary';
  }
  return scope === 'all' || administrator ? null : 'resource';
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
