import type { Mitigation } from '../../../analysis/finding';
import {
  actionsIn,
  holds,
  intersect,
  subtract,
  type ActionSet,
} from '../../../catalogue/actionSet';
import { signatureOf } from '../../../catalogue/catalogue';
import type { ResourceType } from '../../../catalogue/ServiceTable';
import type { Grant, RoleGrants } from '../../../grants/grant';
import { holdingsOf, type Holding } from '../../../grants/holdings';
import { reachableActions } from '../../../grants/reachableActions';

/** The statement by which a role holds an action best, and what keeps it from being held on everything. */
export type Best = Readonly<{
  grant: Grant;
  mitigatedBy: Mitigation | null;
  weakened: boolean;
}>;

/**
 * The best that a role holds of each action.
 *
 * @param role - what it holds
 * @param wanted - the actions
 * @returns by action; one that reaches some resources only, or none, is mitigated by `resource`
 */
export function bestHoldings(
  role: RoleGrants,
  wanted: ActionSet,
): ReadonlyMap<number, Best> {
  const best = new Map<number, Best>();
  for (const holding of holdingsOf(role, wanted)) {
    const candidate = bestOf(holding);
    for (const action of actionsIn(holding.actions)) {
      const before = best.get(action);
      if (before === undefined || isBetter(candidate, before)) {
        best.set(action, candidate);
      }
    }
  }
  // What reaches nothing is written down all the same, and one mistyped ARN away. Not by `*`, which did not mean it.
  for (const grant of role.grants.filter(each => each.namesServices)) {
    const named = intersect(grant.known, wanted);
    for (const action of actionsIn(subtract(named, reachableActions(grant)))) {
      if (!best.has(action)) {
        best.set(action, { grant, mitigatedBy: 'resource', weakened: false });
      }
    }
  }
  for (const [action, each] of best) {
    if (each.mitigatedBy === null && !isComplete(role, action)) {
      best.set(action, { ...each, mitigatedBy: 'resource' });
    }
  }
  return best;
}

// To start an instance takes an image, a subnet and more: on instances alone, the call is denied.
function isComplete({ grants }: RoleGrants, action: number): boolean {
  const { required } = signatureOf(action);
  return (
    required.length < 2 ||
    required.every(type =>
      grants.some(
        grant => holds(grant.known, action) && reachesSome(grant, type),
      ),
    )
  );
}

function reachesSome(
  { everything, resources, patterns }: Grant,
  type: ResourceType,
): boolean {
  const scopes = patterns.map(pattern => pattern.scopeOn(type));
  return (
    everything ||
    (resources.kind === 'only'
      ? scopes.some(scope => scope !== 'none')
      : !scopes.includes('all'))
  );
}

/** Of two ways to hold something, whether the first one is the more dangerous. */
export function isBetter(a: Best, b: Best): boolean {
  return rank(a) < rank(b);
}

function bestOf({ grant, scope, mitigatedBy, weakened }: Holding): Best {
  return {
    grant,
    mitigatedBy: mitigatedBy ?? (scope === 'all' ? null : 'resource'),
    weakened,
  };
}

function rank({ mitigatedBy, weakened }: Best): number {
  if (mitigatedBy !== null) {
    return 2;
  }
  return weakened ? 1 : 0;
}
