import { findAction, signatureOf } from '../../catalogue/catalogue';
import { actionsIn, setOf, type ActionSet } from '../../catalogue/actionSet';
import { expandAction } from '../../catalogue/expandAction';
import type { Grant } from '../../grants/grant';
import type { Home } from '../../grants/home';
import { ResourcePattern } from '../../grants/ResourcePattern';
import type { PermissionNeed, RoleNeeds } from './permission';

/** The actions that a role needs, and how far it needs each. */
export type NeededReach = Readonly<{
  /** Needed, accepted, or perhaps demanded by what cannot be resolved. */
  actions: ActionSet;
  /** Of them, those that may be needed on anything: what demands them cannot be resolved. */
  open: ActionSet;
  /** @returns the resources on which an action is needed or accepted; empty when it is not */
  patternsOf(action: number): readonly ResourcePattern[];
  /**
   * @returns the resources on which some of the actions are needed, as a policy would name them; of actions that none
   *   needs, those on which they are accepted
   */
  resourcesFor(actions: ActionSet): readonly string[];
  /** @returns whether the need takes in all that a statement grants with an action */
  takesIn(grant: Grant, action: number): boolean;
}>;

/**
 * @param needs - what ECS demands of a role
 * @param home - where the role lives
 */
export function neededReach(needs: RoleNeeds, home: Home): NeededReach {
  const patterns = new Map<number, ResourcePattern[]>();
  const needed = new Map<number, string[]>();
  const accepted = new Map<number, string[]>();
  const clusters = new Map<number, string[]>();
  for (const need of [...needs.needs, ...needs.accepted]) {
    const isNeeded = 'row' in need;
    for (const action of need.actions.flatMap(numbersOf)) {
      append(
        patterns,
        action,
        need.resources.map(resource => ResourcePattern.of(resource, home)),
      );
      append(isNeeded ? needed : accepted, action, need.resources);
      if (isNeeded) {
        append(clusters, action, clusterOf(need));
      }
    }
  }
  const open = setOf(
    needs.unresolved.flatMap(({ actions }) => actions.flatMap(numbersOf)),
  );
  const patternsOf = (action: number) => patterns.get(action) ?? [];
  return {
    actions: setOf([...patterns.keys(), ...actionsIn(open)]),
    open,
    patternsOf,
    resourcesFor: actions => {
      const needing = resourcesIn(needed, actions);
      return needing.length > 0 ? needing : resourcesIn(accepted, actions);
    },
    takesIn: (grant, action) =>
      isWithin(grant, action, patternsOf(action)) ||
      isBoundToCluster(grant, clusters.get(action) ?? []),
  };
}

function numbersOf(name: string): readonly number[] {
  const exact = findAction(name);
  return exact === undefined ? [...actionsIn(expandAction(name))] : [exact];
}

function resourcesIn(
  byAction: ReadonlyMap<number, readonly string[]>,
  actions: ActionSet,
): readonly string[] {
  return [
    ...new Set([...actionsIn(actions)].flatMap(a => byAction.get(a) ?? [])),
  ];
}

function append<T>(map: Map<number, T[]>, key: number, items: readonly T[]) {
  const before = map.get(key);
  if (before) {
    before.push(...items);
  } else {
    map.set(key, [...items]);
  }
}

// Pattern by pattern; those that the action takes nothing of do not count.
function isWithin(
  { patterns, resources }: Grant,
  action: number,
  needed: readonly ResourcePattern[],
): boolean {
  const { types } = signatureOf(action);
  if (types.length === 0) {
    return needed.length > 0;
  }
  return (
    resources.kind === 'only' &&
    patterns
      .filter(pattern => types.some(type => pattern.scopeOn(type) !== 'none'))
      .every(pattern => needed.some(each => each.covers(pattern)))
  );
}

function clusterOf({ context }: PermissionNeed): readonly string[] {
  const cluster = context['ecs:cluster'];
  return cluster === undefined ? [] : [cluster];
}

// CDK lets the agent do its work on `*` in one cluster by this key.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
function isBoundToCluster(
  { conditions }: Grant,
  clusters: readonly string[],
): boolean {
  return conditions.some(
    ({ key, operator, set, ifExists, values }) =>
      key.toLowerCase() === 'ecs:cluster' &&
      set === null &&
      !ifExists &&
      EQUAL.test(operator) &&
      values.length > 0 &&
      values.every(value => clusters.includes(value)),
  );
}

const EQUAL = /^(Arn|String)(Equals|Like)$/i;
