import type { Mitigation } from '../../../analysis/finding';
import { holds } from '../../../catalogue/actionSet';
import { findAction } from '../../../catalogue/catalogue';
import { lazily } from '../../../catalogue/lazily';
import type { Grant, Reach, RoleGrants } from '../../../grants/grant';
import { subtracts } from '../../../grants/grantsOf';
import { passesTo, withoutPassedService } from '../../../grants/passesTo';
import { ResourcePattern } from '../../../grants/ResourcePattern';
import { standingOf, type Standing } from '../../../grants/standingOf';
import type { OtherRole } from '../../evidence';
import { isBetter, type Best } from './bestHolding';

/** How a role can be passed to services, and to which known administrator. */
export type Passing = Best & Readonly<{ administrator: OtherRole | null }>;

/** A statement that grants `iam:PassRole`, and how that stands but for the service. */
export type PassGrant = Readonly<{ grant: Grant; standing: Standing }>;

/** The statements by which a role can pass a role. */
export function passGrantsOf(role: RoleGrants): readonly PassGrant[] {
  const action = passRole();
  const anyService = {
    ...role,
    bounds: role.bounds && role.bounds.map(withoutPassedService),
  };
  return role.grants
    .filter(({ known }) => holds(known, action))
    .map(grant => ({
      grant,
      standing: standingOf(anyService, withoutPassedService(grant), action),
    }));
}

/** The number of `iam:PassRole`. */
export const passRole = lazily(() => findAction('iam:PassRole') ?? -1);

/**
 * The best way in which a role can pass a role to every one of the services: some sets start two things, each with a role.
 *
 * @param role - what it holds
 * @param passGrants - of {@link passGrantsOf}
 * @param services - that the passed roles have to trust
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
  const each = services.flatMap(
    service => passingToOne(role, passGrants, service, others) ?? [],
  );
  const [first] = each;
  if (first === undefined) {
    return null;
  }
  const worst = each.reduce((a, b) => (isBetter(a, b) ? b : a), first);
  const administrator =
    each.find(passing => passing.administrator)?.administrator ?? null;
  return { ...worst, administrator };
}

function passingToOne(
  role: RoleGrants,
  passGrants: readonly PassGrant[],
  service: string,
  others: readonly OtherRole[],
): Passing | null {
  let best: Passing | null = null;
  for (const each of passGrants) {
    const passing = passingBy(role, each, service, others);
    best = best === null || isBetter(passing, best) ? passing : best;
  }
  return best;
}

function passingBy(
  role: RoleGrants,
  { grant, standing }: PassGrant,
  service: string,
  others: readonly OtherRole[],
): Passing {
  const administrator =
    others.find(
      other =>
        other.isAdministrator &&
        other.trustedServices.includes(service) &&
        isPassable(role, grant, other),
    ) ?? null;
  return {
    grant,
    weakened: standing.weakened,
    administrator,
    mitigatedBy: mitigationOf(role, grant, standing, service, administrator),
  };
}

function mitigationOf(
  { bounds }: RoleGrants,
  grant: Grant,
  { scope, passes, mitigatedBy }: Standing,
  service: string,
  administrator: OtherRole | null,
): Mitigation | null {
  if (mitigatedBy !== null) {
    return mitigatedBy;
  }
  if (!passesTo(grant, service)) {
    return 'condition';
  }
  const isLetThrough =
    bounds === null ||
    bounds.some(
      bound => holds(bound.known, passRole()) && passesTo(bound, service),
    );
  if (!isLetThrough || passes !== scope) {
    return 'boundary';
  }
  return scope === 'all' || administrator ? null : 'resource';
}

// A role that the statement names and neither a Deny nor the boundary takes out.
function isPassable(
  { home, denials, bounds }: RoleGrants,
  grant: Grant,
  { arn }: OtherRole,
): boolean {
  const named = ResourcePattern.of(arn, home);
  return (
    takesIn(grant, named) &&
    !denials.some(denial => subtracts(denial) && takesIn(denial, named)) &&
    (bounds === null || bounds.some(bound => takesIn(bound, named)))
  );
}

function takesIn(
  { known, resources, patterns }: Reach,
  named: ResourcePattern,
): boolean {
  const isNamed = patterns.some(pattern => pattern.covers(named));
  return (
    holds(known, passRole()) && (resources.kind === 'only' ? isNamed : !isNamed)
  );
}
