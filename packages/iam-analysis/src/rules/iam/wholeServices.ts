import type { Mitigation } from '../../analysis/finding';
import {
  includesAll,
  intersect,
  uniteAll,
  type ActionSet,
} from '../../catalogue/actionSet';
import { actionsOfService, serviceTables } from '../../catalogue/catalogue';
import type { ServiceTable } from '../../catalogue/ServiceTable';
import type { Grant, RoleGrants } from '../../grants/grant';
import type { Expectation, Holding } from '../../grants/holdings';
import { holdingsIn } from '../../grants/holdingsIn';
import { reachableActions } from '../../grants/reachableActions';

/** A service all of whose actions are granted: by one statement, or by several only together. */
export type WholeService = Readonly<{
  service: string;
  grants: readonly [Grant, ...Grant[]];
}>;

/**
 * Services of which a role holds every action, sorted by statement and name. Those whose resources a statement does not
 * reach at all are left out.
 *
 * @param role - what it holds
 * @param isWorthIt - whether a statement that holds a part of a service says something of it, so that others need no look
 */
export function wholeServices(
  role: RoleGrants,
  isWorthIt: (grant: Grant, service: string) => boolean,
): WholeService[] {
  const alone = role.grants.flatMap(grant =>
    servicesIn(grant.known)
      .filter(table => isWorthIt(grant, table.prefix) && reaches(grant, table))
      .map(
        ({ prefix }): WholeService => ({ service: prefix, grants: [grant] }),
      ),
  );
  const named = new Set(alone.map(({ service }) => service));
  const together = servicesIn(uniteAll(role.grants.map(({ known }) => known)))
    .filter(
      ({ prefix }) =>
        !named.has(prefix) &&
        role.grants.some(grant => isWorthIt(grant, prefix)),
    )
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
  const holdings = grants.flatMap(grant =>
    holdingsIn(
      role,
      grant,
      intersect(reachableActions(grant), actionsOfService(service)),
      isExpected,
    ).filter(({ scope }) => scope !== 'none'),
  );
  return {
    everywhere:
      holdings.length > 0 && holdings.every(({ scope }) => scope === 'all'),
    mitigatedBy: mitigationOfAll(holdings),
    weakened: holdings.every(each => each.weakened),
  };
}

// A Deny or a boundary of one action, and it is not the whole service any more.
function mitigationOfAll(holdings: readonly Holding[]): Mitigation | null {
  const reasons = holdings.map(({ mitigatedBy }) => mitigatedBy);
  for (const reason of ['deny', 'boundary'] as const) {
    if (reasons.includes(reason)) {
      return reason;
    }
  }
  const [first = null] = reasons;
  return reasons.every(reason => reason === first) ? first : null;
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
  const [first, ...rest] = role.grants.filter(grant => reaches(grant, table));
  if (first === undefined) {
    return [];
  }
  const grants = [first, ...rest] as const;
  const held = grants.map(({ known }) => intersect(known, all));
  return includesAll(uniteAll(held), all)
    ? [{ service: table.prefix, grants }]
    : [];
}

function reaches(grant: Grant, table: ServiceTable): boolean {
  const { first, end } = table;
  return (
    isMeant(grant, table) &&
    intersect(reachableActions(grant), [first, end]).length > 0
  );
}

// `*` on roles is not about EC2, of which one action takes a role.
function isMeant(
  { everything, namesServices, patterns, resources }: Grant,
  { types }: ServiceTable,
): boolean {
  return (
    everything ||
    namesServices ||
    resources.kind === 'all-but' ||
    patterns.some(({ service }) => {
      const named = types.filter(({ arnService }) => arnService === service);
      return service === null || 2 * named.length >= types.length;
    })
  );
}
