import {
  intersect,
  NO_ACTIONS,
  setOf,
  uniteAll,
  type ActionSet,
} from './actionSet';
import { serviceOf, serviceTables } from './catalogue';
import { actionsWhere } from './categories/select';
import { lazily } from './lazily';
import type { Cardinality, ResourceType, ServiceTable } from './ServiceTable';

/**
 * The types of resources whose ARNs name a service: mostly its own, and those of others that share them.
 *
 * @param service - as an ARN writes it, such as `s3`
 */
export function typesNaming(service: string): readonly ResourceType[] {
  return types().byService.get(service) ?? [];
}

/** Actions on resources whose ARN may name any service, as recovery points of AWS Backup do. */
export const actionsOnAnyService = lazily(() =>
  uniteAll(
    [...types().byService]
      .filter(([service]) => service.startsWith('{'))
      .flatMap(([, open]) => open.map(actionsTaking)),
  ),
);

/** The actions that take a type of resource. */
export function actionsTaking(type: ResourceType): ActionSet {
  const table = types().tableOf.get(type);
  return (table && takersIn(table).get(type)) ?? NO_ACTIONS;
}

/** The actions that take resources, of whatever type; the others are granted on `*` alone. */
export const restrictableActions = lazily(() =>
  actionsWhere(({ restrictable }) => restrictable),
);

/**
 * Whether requests of some of these actions have a condition key, by the action or by a type of resource that it takes.
 *
 * @param key - in lower case, such as `ecs:cluster` or `aws:requesttag/team`
 * @param cardinality - absent: either
 */
export function someHaveKey(
  actions: ActionSet,
  key: string,
  cardinality?: Cardinality,
): boolean {
  const names = [key, keyTemplate(key)];
  for (const table of tablesOf(actions)) {
    const holders = keyHoldersIn(table);
    const isThere = names.some(name =>
      (holders.get(name) ?? []).some(
        each =>
          (cardinality === undefined || each.cardinality === cardinality) &&
          intersect(actions, each.actions).length > 0,
      ),
    );
    if (isThere) {
      return true;
    }
  }
  return false;
}

// The services of the actions, each once. A range holds several one after the other.
function* tablesOf(actions: ActionSet): Generator<ServiceTable> {
  let seenUntil = 0;
  for (let i = 0; i < actions.length; i += 2) {
    for (
      let next = Math.max(actions[i], seenUntil);
      next < actions[i + 1];
      next = seenUntil
    ) {
      const table = serviceOf(next);
      seenUntil = table.end;
      yield table;
    }
  }
}

/** A key with a name that the user chooses, as the catalogue has it: `aws:requesttag/{}`. Others stay as they are. */
export function keyTemplate(key: string): string {
  const slash = key.indexOf('/');
  return slash === -1
    ? key.replace(/^(kms:encryptioncontext:).+/, '$1{}')
    : `${key.slice(0, slash)}/{}`;
}

type Types = Readonly<{
  byService: ReadonlyMap<string, readonly ResourceType[]>;
  tableOf: ReadonlyMap<ResourceType, ServiceTable>;
}>;

const types = lazily((): Types => {
  const byService = new Map<string, ResourceType[]>();
  const tableOf = new Map<ResourceType, ServiceTable>();
  for (const table of serviceTables()) {
    for (const type of table.types) {
      tableOf.set(type, table);
      listIn(byService, type.arnService).push(type);
    }
  }
  return { byService, tableOf };
});

function takersIn(table: ServiceTable): ReadonlyMap<ResourceType, ActionSet> {
  const before = rememberedTakers.get(table);
  if (before) {
    return before;
  }
  const takers = new Map<ResourceType, number[]>();
  for (let action = table.first; action < table.end; action++) {
    for (const type of table.signatureOf(action).types) {
      listIn(takers, type).push(action);
    }
  }
  const sets = new Map(
    [...takers].map(([type, actions]) => [type, setOf(actions)]),
  );
  rememberedTakers.set(table, sets);
  return sets;
}

const rememberedTakers = new WeakMap<
  ServiceTable,
  ReadonlyMap<ResourceType, ActionSet>
>();

/** Actions of a service whose requests have a key. */
type KeyHolders = Readonly<{ cardinality: Cardinality; actions: ActionSet }>;

function keyHoldersIn(
  table: ServiceTable,
): ReadonlyMap<string, readonly KeyHolders[]> {
  const before = rememberedKeys.get(table);
  if (before) {
    return before;
  }
  const numbers = new Map<string, Map<Cardinality, number[]>>();
  for (let action = table.first; action < table.end; action++) {
    for (const [key, cardinality] of table.signatureOf(action).conditionKeys) {
      const ofKey = numbers.get(key) ?? new Map<Cardinality, number[]>();
      numbers.set(key, ofKey);
      listIn(ofKey, cardinality).push(action);
    }
  }
  const holders = new Map(
    [...numbers].map(([key, ofKey]) => [
      key,
      [...ofKey].map(([cardinality, actions]) => ({
        cardinality,
        actions: setOf(actions),
      })),
    ]),
  );
  rememberedKeys.set(table, holders);
  return holders;
}

const rememberedKeys = new WeakMap<
  ServiceTable,
  ReadonlyMap<string, readonly KeyHolders[]>
>();

function listIn<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const before = lists.get(key);
  if (before) {
    return before;
  }
  const list: T[] = [];
  lists.set(key, list);
  return list;
}
