import { NO_ACTIONS, setOf, unite, type ActionSet } from './actionSet';
import { serviceTables, signatureOf } from './catalogue';
import { lazily } from './lazily';
import type { ResourceType } from './ServiceTable';

/**
 * The types of resources whose ARNs name a service: mostly its own, and those of others that share them.
 *
 * @param service - as an ARN writes it, such as `s3`
 */
export function typesNaming(service: string): readonly ResourceType[] {
  return index().types.get(service) ?? [];
}

/** The actions that take a type of resource. */
export function actionsTaking(type: ResourceType): ActionSet {
  return index().byType.get(type) ?? NO_ACTIONS;
}

/** The actions that take resources, of whatever type; the others are granted on `*` alone. */
export function restrictableActions(): ActionSet {
  return index().restrictable;
}

/**
 * The actions whose requests have a condition key, by the action or by a type of resource that it takes.
 *
 * @param key - in lower case, such as `ecs:cluster` or `aws:requesttag/team`
 */
export function actionsWithKey(key: string): ActionSet {
  return byName(index().byKey, key);
}

/** Those of them whose requests can hold several values of it. */
export function actionsWithSeveral(key: string): ActionSet {
  return byName(index().bySeveral, key);
}

type Index = Readonly<{
  types: ReadonlyMap<string, readonly ResourceType[]>;
  byType: ReadonlyMap<ResourceType, ActionSet>;
  restrictable: ActionSet;
  byKey: ReadonlyMap<string, ActionSet>;
  bySeveral: ReadonlyMap<string, ActionSet>;
}>;

// A tag by its name, or by the name that stands for every tag.
function byName(sets: Index['byKey'], key: string): ActionSet {
  const slash = key.indexOf('/');
  const named = sets.get(key) ?? NO_ACTIONS;
  return slash === -1
    ? named
    : unite(named, sets.get(`${key.slice(0, slash)}/{}`) ?? NO_ACTIONS);
}

const index = lazily((): Index => {
  const byType = new Map<ResourceType, number[]>();
  const byKey = new Map<string, number[]>();
  const bySeveral = new Map<string, number[]>();
  const restrictable: number[] = [];
  for (const { first, end } of serviceTables()) {
    for (let action = first; action < end; action++) {
      const { types, conditionKeys } = signatureOf(action);
      for (const type of types) {
        append(byType, type, action);
      }
      if (types.length > 0) {
        restrictable.push(action);
      }
      for (const [key, cardinality] of conditionKeys) {
        append(byKey, key, action);
        if (cardinality === 'several') {
          append(bySeveral, key, action);
        }
      }
    }
  }
  return {
    types: typesByService([...byType.keys()]),
    byType: setsOf(byType),
    restrictable: setOf(restrictable),
    byKey: setsOf(byKey),
    bySeveral: setsOf(bySeveral),
  };
});

function append<K>(lists: Map<K, number[]>, key: K, action: number): void {
  const list = lists.get(key);
  if (list) {
    list.push(action);
  } else {
    lists.set(key, [action]);
  }
}

function setsOf<K>(
  lists: ReadonlyMap<K, readonly number[]>,
): Map<K, ActionSet> {
  return new Map([...lists].map(([key, actions]) => [key, setOf(actions)]));
}

function typesByService(
  types: readonly ResourceType[],
): Map<string, ResourceType[]> {
  const services = new Map<string, ResourceType[]>();
  for (const type of types) {
    services.set(type.arnService, [
      ...(services.get(type.arnService) ?? []),
      type,
    ]);
  }
  return services;
}
