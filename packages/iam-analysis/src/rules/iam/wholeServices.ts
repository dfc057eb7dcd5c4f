import type { Mitigation } from '../../analysis/finding';
import {
  actionsIn,
  includesAll,
  intersect,
  uniteAll,
  type ActionSet,
} from '../../catalogue/actionSet';
import { actionsOfService, serviceTables } from '../../catalogue/catalogue';
import type { ServiceTable } from '../../catalogue/ServiceTable';
import type { Grant, RoleGrants } from '../../grants/grant';
import type { Expectation } from '../../grants/holdings';
import { scopeOf } from '../../grants/scopeOf';
import {
  standingOf,
  standsUnlimited,
  type Standing,
} from '../../grants/standingOf';

/** A service all of whose actions are granted: by one statement, or by several only together. */
export type WholeService = Readonly<{
  service: string;
  grants: readonly [Grant, ...Grant[]];
}>;

/**
 * Services of which a role holds every action, sorted by statement and name. Those whose resources a statement does not
 * reach at all are left out.
 */
export function wholeServices(role: RoleGrants): WholeService[] {
  const alone = role.grants.flatMap(grant =>
    servicesIn(grant.known)
      .filter(({ first, end }) => reachesSome(grant, [first, end]))
      .map(
        ({ prefix }): WholeService => ({ service: prefix, grants: [grant] }),
      ),
  );
  const named = new Set(alone.map(({ service }) => service));
  const together = servicesIn(uniteAll(role.grants.map(({ known }) => known)))
    .filter(({ prefix }) => !named.has(prefix))
    .flatMap(table => wholeTogether(role, table));
  return [...alone, ...together];
}

/** How the actions of a service stand that statements grant whole. */
export type ServiceStanding = Readonly<{
  /** Each action that reaches anything reaches everything. */
  everywhere: boolean;
  mitigatedBy: Mitigation | null;
  weakened: boolean;
}>;

/**
 * @param role - what it holds
 * @param grants - the statements
 * @param service - its prefix
 * @param isExpected - actions that the slot is for: all of them together are mitigated by `baseline`
 * @returns `mitigatedBy` when a Deny or the boundary takes any action away, or a condition binds all of them
 */
export function standingOfService(
  role: RoleGrants,
  grants: readonly Grant[],
  service: string,
  isExpected: Expectation,
): ServiceStanding {
  const expected = isExpectedWhole(grants, service, isExpected)
    ? ('baseline' as const)
    : null;
  if (grants.every(grant => standsUnlimited(role, grant))) {
    return { everywhere: true, mitigatedBy: expected, weakened: false };
  }
  const standings = grants.flatMap(grant => standingsIn(role, grant, service));
  return {
    everywhere:
      standings.length > 0 && standings.every(({ scope }) => scope === 'all'),
    mitigatedBy: mitigationOfAll(standings) ?? expected,
    weakened: standings.every(each => each.weakened),
  };
}

function mitigationOfAll(
  standings: readonly Standing[],
): Standing['mitigatedBy'] {
  const by = (reason: Standing['mitigatedBy']) => (standing: Standing) =>
    standing.mitigatedBy === reason;
  if (standings.some(by('deny'))) {
    return 'deny';
  }
  if (standings.some(each => by('boundary')(each) || isCut(each))) {
    return 'boundary';
  }
  return standings.length > 0 && standings.every(by('condition'))
    ? 'condition'
    : null;
}

function isCut({ scope, passes }: Standing): boolean {
  return passes !== scope;
}

function isExpectedWhole(
  grants: readonly Grant[],
  service: string,
  isExpected: Expectation,
): boolean {
  for (const grant of grants) {
    const actions = intersect(grant.known, actionsOfService(service));
    for (const action of actionsIn(actions)) {
      if (!isExpected(action, grant)) {
        return false;
      }
    }
  }
  return true;
}

function standingsIn(
  role: RoleGrants,
  grant: Grant,
  service: string,
): Standing[] {
  const found: Standing[] = [];
  const actions = intersect(grant.reaching, actionsOfService(service));
  for (const action of actionsIn(actions)) {
    const standing = standingOf(role, grant, action);
    if (standing.scope !== 'none') {
      found.push(standing);
    }
  }
  return found;
}

// A range holds whole services one after the other.
function servicesIn(set: ActionSet): ServiceTable[] {
  const tables = serviceTables();
  const found: ServiceTable[] = [];
  for (let i = 0; i < set.length; i += 2) {
    for (
      let index = firstFrom(tables, set[i]);
      index < tables.length && tables[index].end <= set[i + 1];
      index++
    ) {
      found.push(tables[index]);
    }
  }
  return found;
}

function firstFrom(tables: readonly ServiceTable[], action: number): number {
  let low = 0;
  let high = tables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tables[middle].first < action) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function wholeTogether(role: RoleGrants, table: ServiceTable): WholeService[] {
  const all = [table.first, table.end];
  const [first, ...rest] = role.grants.filter(
    grant => intersect(grant.known, all).length > 0 && reachesSome(grant, all),
  );
  if (first === undefined) {
    return [];
  }
  const grants = [first, ...rest] as const;
  return includesAll(uniteAll(grants.map(({ known }) => known)), all)
    ? [{ service: table.prefix, grants }]
    : [];
}

function reachesSome(grant: Grant, set: ActionSet): boolean {
  if (grant.everything) {
    return true;
  }
  for (const action of actionsIn(intersect(grant.reaching, set))) {
    if (scopeOf(grant, action) !== 'none') {
      return true;
    }
  }
  return false;
}
