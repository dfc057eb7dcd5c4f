import type { ProposedPolicy } from '../../policy/proposedPolicy';
import type { Condition, Statement } from '../../policy/types';
import { covers } from '../../policy/wildcard';
import { groupBy } from '../needs/phrases';
import { needRows, type PermissionNeed, type RoleNeeds } from './permission';
import { sidOf } from './sidOf';

/**
 * The smallest policy that holds all needs of a role: each action on its resources alone, nothing twice.
 *
 * @param needs - what ECS demands of it. What cannot be resolved is not in the policy
 * @param name - of the inline policy
 * @returns `null` when nothing is needed
 * @public
 */
export function minimalPolicy(
  { needs }: Pick<RoleNeeds, 'needs'>,
  name: string,
): ProposedPolicy | null {
  const permissions = withoutCovered(
    [...needs].sort((a, b) => placeIn(a) - placeIn(b)).flatMap(single),
  );
  const statements = withSids(groupByResources(permissions));
  return statements.length === 0
    ? null
    : {
        id: `inline:${name}`,
        replaces: null,
        name,
        kind: 'identity',
        statements,
      };
}

function placeIn({ row }: PermissionNeed): number {
  return needRows.indexOf(row);
}

/** One action on one resource. */
type Permission = Readonly<{
  need: PermissionNeed;
  action: string;
  resource: string;
  /** What every resource that it takes in begins with. */
  beginning: string;
  conditions: readonly Condition[];
}>;

function single(need: PermissionNeed): readonly Permission[] {
  const { actions, resources, conditions } = need;
  return actions.flatMap(action =>
    resources.map(resource => ({
      need,
      action,
      resource,
      beginning: resource.slice(0, resource.search(/[*?$]|$/)),
      conditions,
    })),
  );
}

// A role of a thousand services has thousands of permissions. Only patterns take in others, so those alone are compared.
function withoutCovered(
  permissions: readonly Permission[],
): readonly Permission[] {
  const distinct = [
    ...new Map(permissions.map(each => [keyOf(each), each])).values(),
  ];
  const unbound = new Set(
    distinct.filter(({ conditions }) => conditions.length === 0).map(requestOf),
  );
  const patterns = groupBy(
    distinct
      .map((each, place) => ({ each, place, start: startOf(each.resource) }))
      .filter(({ each }) => HAS_WILDCARD.test(each.resource)),
    ({ each }) => each.action,
  );
  return distinct.filter((inner, place) => {
    const isBound = inner.conditions.length > 0;
    return !(
      (isBound && unbound.has(requestOf(inner))) ||
      patterns.get(inner.action)?.some(
        outer =>
          outer.each !== inner &&
          inner.resource.startsWith(outer.start) &&
          takesIn(outer.each, inner) &&
          // Of two that say the same, the first stays.
          (outer.place < place || !takesIn(inner, outer.each)),
      )
    );
  });
}

const HAS_WILDCARD = /[*?]/;

function startOf(pattern: string): string {
  const end = pattern.search(HAS_WILDCARD);
  return end === -1 ? pattern : pattern.slice(0, end);
}

// A permission without conditions takes in the same one with some.
function takesIn(outer: Permission, inner: Permission): boolean {
  return (
    covers(outer.resource, inner.resource) &&
    (outer.conditions.length === 0 || textOf(outer) === textOf(inner))
  );
}

function requestOf({ action, resource }: Permission): string {
  return `${action} ${resource}`;
}

function keyOf(permission: Permission): string {
  return `${requestOf(permission)} ${textOf(permission)}`;
}

function textOf({ conditions }: Permission): string {
  return JSON.stringify(conditions);
}

type Group = Readonly<{
  need: PermissionNeed;
  actions: readonly string[];
  resources: readonly string[];
  conditions: readonly Condition[];
}>;

// Resources with the same actions stand together, under the same conditions.
function groupByResources(
  permissions: readonly Permission[],
): readonly Group[] {
  const byResource = new Map<string, Permission[]>();
  for (const each of permissions) {
    const key = `${textOf(each)} ${each.resource}`;
    byResource.set(key, [...(byResource.get(key) ?? []), each]);
  }
  const groups = new Map<string, Group>();
  for (const same of byResource.values()) {
    const [{ need, resource, conditions }] = same;
    const actions = same.map(({ action }) => action);
    const key = JSON.stringify([conditions, [...actions].sort()]);
    const before = groups.get(key);
    groups.set(
      key,
      before
        ? { ...before, resources: [...before.resources, resource] }
        : { need, actions, resources: [resource], conditions },
    );
  }
  return [...groups.values()];
}

function withSids(groups: readonly Group[]): readonly Statement[] {
  const used = new Map<string, number>();
  return groups.map(({ need, actions, resources, conditions }, index) => {
    const sid = sidOf(need.row, actions);
    const before = used.get(sid) ?? 0;
    used.set(sid, before + 1);
    return {
      sid: before === 0 ? sid : `${sid}${before + 1}`,
      effect: 'Allow',
      actions: { kind: 'only', patterns: actions },
      resources: { kind: 'only', patterns: resources },
      principals: null,
      conditions,
      at: `/Statement/${index}`,
    };
  });
}
