import {
  actionsIn,
  includesAll,
  intersect,
  setOf,
  sizeOf,
  type ActionSet,
} from '../../catalogue/actionSet';
import {
  accessLevelsOf,
  actionName,
  serviceTables,
} from '../../catalogue/catalogue';
import { expandAction } from '../../catalogue/expandAction';

/** Tells whether a pattern with a wildcard may stand for the actions that it takes in. */
export type MayStand = (pattern: string, actions: ActionSet) => boolean;

/**
 * Patterns that take in exactly the actions of a set, of those that are known: `s3:Get*` where all such actions are in it,
 * else their names.
 *
 * @param actions - the set
 * @param mayStand - for each wildcard that would fit
 * @returns sorted by service and name; wildcards end between two words of a name
 */
export function nameActions(actions: ActionSet, mayStand: MayStand): string[] {
  const patterns: string[] = [];
  for (const { prefix, first, end } of serviceTables()) {
    const held = intersect(actions, [first, end]);
    if (held.length > 0) {
      patterns.push(...nameFrom(`${prefix}:`, held, mayStand));
    }
  }
  return patterns;
}

/** Wildcards that reach no action but such as read. Those for others would hide what is granted. */
export function onlyReads(_pattern: string, actions: ActionSet): boolean {
  for (const action of actionsIn(actions)) {
    if (accessLevelsOf(action).some(l => l !== 'Read' && l !== 'List')) {
      return false;
    }
  }
  return true;
}

// `held` are the actions of the set whose names start so.
function nameFrom(
  start: string,
  held: ActionSet,
  mayStand: MayStand,
): string[] {
  if (sizeOf(held) > 1 || start.endsWith(':')) {
    const pattern = `${start}*`;
    const all = expandAction(pattern);
    if (includesAll(held, all) && mayStand(pattern, all)) {
      return [pattern];
    }
  }
  const byNextWord = new Map<string, number[]>();
  for (const action of actionsIn(held)) {
    const name = actionName(action);
    const next = start + firstWord(name.slice(start.length));
    byNextWord.set(next, [...(byNextWord.get(next) ?? []), action]);
  }
  return [...byNextWord].flatMap(([next, group]) =>
    group.length === 1
      ? [actionName(group[0])]
      : nameFrom(next, setOf(group), mayStand),
  );
}

// "BatchGetItem" starts with "Batch", "DBSnapshot" with "DB". Never empty, so each step gets further.
function firstWord(name: string): string {
  return (
    /^([A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+|.)/.exec(name)?.[0] ?? name
  );
}
