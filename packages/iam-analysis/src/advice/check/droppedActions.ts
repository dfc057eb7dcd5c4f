import {
  intersect,
  setOf,
  subtract,
  unite,
  uniteAll,
  actionsIn,
  type ActionSet,
} from '../../catalogue/actionSet';
import { EVERY_ACTION } from '../../catalogue/catalogue';
import { subtracts } from '../../grants/grantsOf';
import type { Reach } from '../../grants/grant';
import type { Home } from '../../grants/home';
import { reachOf } from '../../grants/reachOf';
import { scopeOf } from '../../grants/scopeOf';
import type { Clause, Statement } from '../../policy/types';
import { nameActions } from '../change/nameActions';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import { conditionsImply } from './conditionsImply';
import { partsOf, takesInActions, takesInResources } from './takesIn';

/**
 * What a statement of today allows that a proposal does not.
 *
 * @public
 */
export type DroppedActions = Readonly<{
  /** Place of the statement in the policies of today. */
  at: string;
  /** Names, and wildcards for all actions that they take in. */
  actions: readonly string[];
  resources: Clause;
  /** What is left of it: nothing, the same under more conditions, or the same on fewer resources. */
  remains: 'nothing' | 'under-conditions' | 'on-fewer-resources';
}>;

/**
 * @param before - the policies of today
 * @param after - the proposed ones
 * @param home - where the role lives
 * @returns what is dropped, statement by statement. What another statement still allows is not dropped, nor what was
 *   denied or could never take effect
 */
export function droppedActions(
  before: readonly ProposedPolicy[],
  after: readonly ProposedPolicy[],
  home: Home,
): DroppedActions[] {
  const sides = {
    left: reachesOf(after, 'Allow', home),
    deniedBefore: reachesOf(before, 'Deny', home).filter(subtracts),
    deniedAfter: reachesOf(after, 'Deny', home).filter(subtracts),
    home,
  };
  return reachesOf(before, 'Allow', home).flatMap(reach => [
    ...droppedOf(reach, sides),
    ...droppedUnknown(reach, sides),
  ]);
}

function reachesOf(
  policies: readonly ProposedPolicy[],
  effect: Statement['effect'],
  home: Home,
): Reach[] {
  return policies.flatMap(({ id, replaces, statements }) =>
    statements
      .filter(statement => statement.effect === effect)
      .flatMap(statement => reachOf(statement, replaces ?? id, home) ?? []),
  );
}

type Sides = Readonly<{
  left: readonly Reach[];
  deniedBefore: readonly Reach[];
  deniedAfter: readonly Reach[];
  home: Home;
}>;

function droppedOf(
  reach: Reach,
  { left, deniedBefore, deniedAfter, home }: Sides,
): DroppedActions[] {
  const holding = left.filter(each => isAsOpen(each, reach));
  const denied = intersect(reach.known, commonTo(reach, deniedAfter, home));
  const gone = subtract(
    unite(subtract(reach.known, commonTo(reach, holding, home)), denied),
    commonTo(reach, deniedBefore, home),
  );
  const effective = setOf(
    [...actionsIn(gone)].filter(action => scopeOf(reach, action) !== 'none'),
  );
  const granted = subtract(effective, denied);
  const conditioned = intersect(granted, commonTo(reach, left, home));
  const elsewhere = intersect(
    subtract(granted, conditioned),
    uniteAll(left.filter(each => each.at === reach.at).map(knownOf)),
  );
  const nothing = subtract(subtract(effective, conditioned), elsewhere);
  return [
    ...dropped(reach, nothing, 'nothing'),
    ...dropped(reach, conditioned, 'under-conditions'),
    ...dropped(reach, elsewhere, 'on-fewer-resources'),
  ];
}

function dropped(
  { at, resources }: Reach,
  actions: ActionSet,
  remains: DroppedActions['remains'],
): DroppedActions[] {
  return actions.length === 0
    ? []
    : [{ at, actions: nameActions(actions, () => true), resources, remains }];
}

function isAsOpen(outer: Reach, inner: Reach): boolean {
  return conditionsImply(inner.conditions, outer.conditions);
}

// The actions that the others have on all resources of the statement, one on this and another one on that.
function commonTo(
  { resources }: Reach,
  others: readonly Reach[],
  home: Home,
): ActionSet {
  return partsOf(resources)
    .map(part =>
      uniteAll(
        others
          .filter(each => takesInResources(each.resources, part, home))
          .map(knownOf),
      ),
    )
    .reduce(intersect, EVERY_ACTION);
}

function knownOf({ known }: Reach): ActionSet {
  return known;
}

function droppedUnknown(
  { at, unknownActions, resources, actions, conditions }: Reach,
  { left, home }: Sides,
): DroppedActions[] {
  if (actions.kind === 'all-but') {
    return [];
  }
  const gone = unknownActions.filter(pattern =>
    partsOf(resources).some(
      part =>
        !left.some(
          each =>
            conditionsImply(conditions, each.conditions) &&
            takesInActions(each.actions, {
              kind: 'only',
              patterns: [pattern],
            }) &&
            takesInResources(each.resources, part, home),
        ),
    ),
  );
  return gone.length === 0
    ? []
    : [{ at, actions: gone, resources, remains: 'nothing' }];
}
