import {
  actionsIn,
  intersect,
  setOf,
  subtract,
  uniteAll,
  type ActionSet,
} from '../../catalogue/actionSet';
import { actionNames } from '../../catalogue/catalogue';
import { expandAction } from '../../catalogue/expandAction';
import {
  neededReach,
  type NeededReach,
} from '../../ecs/permissions/neededReach';
import { knownActions } from '../../grants/reachOf';
import type { Statement } from '../../policy/types';
import type { Change, NarrowedPart } from '../change/change';
import { takesInResources } from '../check/takesIn';
import type { Situation } from '../situation';
import { dropAt, placesAllowing, statementAt } from './dropping';

/**
 * Ways to leave of actions what ECS is known to need: at the places in question, then wherever the role has them. What it
 * may need on something that cannot be told stays as it is. Nothing, where none of them is needed.
 *
 * @param actions - names or patterns
 * @param places - of statements
 */
export function* keepNeeded(
  actions: readonly string[],
  places: readonly string[],
  situation: Situation,
): Generator<Change[]> {
  const { needs } = situation.today.facts;
  if (!needs?.known) {
    return;
  }
  const reach = neededReach(needs.value, situation.home);
  const wanted = uniteAll(actions.map(expandAction));
  if (intersect(wanted, reach.actions).length === 0) {
    return;
  }
  const everywhere = placesAllowing(situation.policies, actions);
  const here = everywhere.filter(at => places.includes(at));
  for (const some of [here, everywhere]) {
    yield some.flatMap(at => keepAt(at, wanted, reach, situation));
  }
}

function keepAt(
  at: string,
  wanted: ActionSet,
  reach: NeededReach,
  { policies, home }: Situation,
): Change[] {
  const statement = statementAt(policies, at);
  if (!statement) {
    return [];
  }
  const isWithin = (pattern: string) =>
    statement.resources !== null &&
    takesInResources(
      statement.resources,
      { kind: 'only', patterns: [pattern] },
      home,
    );
  const held = subtract(
    intersect(wanted, knownActions(statement.actions)),
    reach.open,
  );
  const parts = partsOf(held, action =>
    resourcesOf(action, reach).filter(isWithin),
  );
  const kept = uniteAll(
    parts.flatMap(({ actions }) => actions.map(expandAction)),
  );
  return [
    ...dropAt(at, actionNames(subtract(held, kept)), policies),
    ...(isOfThese(statement, parts)
      ? []
      : [{ kind: 'narrow-resources' as const, at, parts }]),
  ];
}

// What is needed, else what is accepted though nothing is seen to need it.
function resourcesOf(action: number, reach: NeededReach): readonly string[] {
  const needed = reach.resourcesFor(setOf([action]));
  return needed.length > 0
    ? needed
    : reach.patternsOf(action).map(({ text }) => text);
}

function partsOf(
  actions: ActionSet,
  resourcesFor: (action: number) => readonly string[],
): NarrowedPart[] {
  const byResources = new Map<string, number[]>();
  for (const action of actionsIn(actions)) {
    const resources = resourcesFor(action);
    if (resources.length > 0) {
      const key = JSON.stringify(resources);
      byResources.set(key, [...(byResources.get(key) ?? []), action]);
    }
  }
  return [...byResources.values()].map(some => ({
    actions: actionNames(setOf(some)),
    resources: resourcesFor(some[0]),
  }));
}

// Nothing would be narrower then.
function isOfThese(
  { resources }: Statement,
  parts: readonly NarrowedPart[],
): boolean {
  return resources?.kind !== 'only'
    ? parts.length === 0
    : parts.every(part =>
        resources.patterns.every(each => part.resources.includes(each)),
      );
}
