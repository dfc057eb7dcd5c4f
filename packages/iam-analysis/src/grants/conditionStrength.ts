import { keyTemplate } from '../catalogue/actionIndex';
import { signatureOf } from '../catalogue/catalogue';
import { globalKeys, type ConditionKeys } from '../catalogue/ServiceTable';
import {
  ALWAYS_PRESENT,
  isFalse,
  mayBeAbsent,
  passesWithoutKey,
  SCOPING_KEYS,
  takesAnyValue,
  WEAK_KEYS,
} from './conditionKeys';
import { oncePer } from './oncePer';
import { operatorTraits } from '../policy/conditionOperators';
import type { Condition } from '../policy/types';

/**
 * How much the conditions of a statement hold back, from nothing to much. `vacuous`: they look like a guard, and every
 * request passes.
 *
 * @public
 */
export type ConditionStrength = 'none' | 'vacuous' | 'weak' | 'scoping';

const ORDER: readonly ConditionStrength[] = [
  'none',
  'vacuous',
  'weak',
  'scoping',
];

/**
 * @param conditions - all must hold, so the strongest decides
 * @param action - the action that they are about: the catalogue knows which keys its requests have. Absent: a key that
 *   belongs to one service does not count as a bound
 * @public
 */
export function conditionStrength(
  conditions: readonly Condition[],
  action?: number,
): ConditionStrength {
  if (conditions.length === 0) {
    return 'none';
  }
  return strengthsOf(conditions).for(action);
}

/**
 * @param conditions - of a statement
 * @returns how strong they are for every action; `null` when that differs from one to the other
 */
export function strengthForEveryAction(
  conditions: readonly Condition[],
): ConditionStrength | null {
  return conditions.length === 0 ? 'none' : strengthsOf(conditions).always;
}

const strengthsOf = oncePer(
  (conditions: readonly Condition[]) => new Strengths(conditions),
);

/** How strong conditions are, action by action: that differs only by what the catalogue says of their keys. */
class Strengths {
  readonly #conditions: readonly Condition[];
  /** `null` when it depends on the action. */
  readonly always: ConditionStrength | null;
  /** Of each condition, its key and the template of it. */
  readonly #names: readonly (readonly [string, string])[];
  readonly #byKeys = new Map<ConditionKeys, ConditionStrength>();
  readonly #byCardinalities = new Map<string, ConditionStrength>();

  constructor(conditions: readonly Condition[]) {
    this.#conditions = conditions;
    this.always = conditions.some(dependsOnAction)
      ? null
      : strengthOfAll(conditions, null);
    this.#names = conditions.map(condition => {
      const key = condition.key.toLowerCase();
      return [key, keyTemplate(key)];
    });
  }

  for(action: number | undefined): ConditionStrength {
    if (this.always !== null) {
      return this.always;
    }
    if (action === undefined) {
      return strengthOfAll(this.#conditions, null);
    }
    const keys = signatureOf(action).conditionKeys;
    let strength = this.#byKeys.get(keys);
    if (strength === undefined) {
      strength = this.#under(keys);
      this.#byKeys.set(keys, strength);
    }
    return strength;
  }

  #under(keys: ConditionKeys): ConditionStrength {
    const cardinalities = this.#names
      .map(([key, template]) => keys.get(key) ?? keys.get(template))
      .join();
    let strength = this.#byCardinalities.get(cardinalities);
    if (strength === undefined) {
      strength = strengthOfAll(this.#conditions, keys);
      this.#byCardinalities.set(cardinalities, strength);
    }
    return strength;
  }
}

function strengthOfAll(
  conditions: readonly Condition[],
  keys: ConditionKeys | null,
): ConditionStrength {
  return conditions
    .map(condition => strengthOf(condition, conditions, keys))
    .reduce(strongerOf, 'none');
}

// Most conditions are on keys that mean the same for every action.
function dependsOnAction({ key, set, ifExists }: Condition): boolean {
  const lower = key.toLowerCase();
  return (
    !isOfNoAction(lower) &&
    (ifExists ||
      set === 'ForAllValues' ||
      (!SCOPING_KEYS.test(lower) &&
        !WEAK_KEYS.test(lower) &&
        lower !== 'aws:securetransport'))
  );
}

// Such as a global key that AWS has added since.
function isOfNoAction(key: string): boolean {
  return (
    key.startsWith('aws:') &&
    !globalKeys().has(key) &&
    !globalKeys().has(keyTemplate(key))
  );
}

/** The one that holds back more. */
export function strongerOf(
  a: ConditionStrength,
  b: ConditionStrength,
): ConditionStrength {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

function strengthOf(
  condition: Condition,
  all: readonly Condition[],
  keys: ConditionKeys | null,
): ConditionStrength {
  const key = condition.key.toLowerCase();
  const operator = condition.operator.toLowerCase();
  if (operator === 'null') {
    return strengthOfNull(key, condition.values);
  }
  if (key === 'aws:securetransport' || takesAnyValue(condition)) {
    return 'vacuous';
  }
  if (condition.ifExists && isAbsent(key, keys)) {
    return 'vacuous';
  }
  if (passesWithoutKey(condition, all)) {
    return strengthWithoutGuard(key, keys);
  }
  const negated = operatorTraits(operator)?.negated ?? true;
  return bindsResources(key, keys) && !negated && !condition.ifExists
    ? 'scoping'
    : 'weak';
}

function bindsResources(key: string, keys: ConditionKeys | null): boolean {
  return (
    SCOPING_KEYS.test(key) ||
    (!WEAK_KEYS.test(key) && cardinalityOf(key, keys) !== undefined)
  );
}

// A request that has no value at all passes: the caller of most actions may leave tags out. What a service sets itself,
// such as the leading keys of a table, is there for every action that has it.
function strengthWithoutGuard(
  key: string,
  keys: ConditionKeys | null,
): ConditionStrength {
  if (cardinalityOf(key, keys) !== 'several') {
    return 'vacuous';
  }
  return key.startsWith('aws:') ? 'weak' : 'scoping';
}

function cardinalityOf(key: string, keys: ConditionKeys | null) {
  return keys?.get(key) ?? keys?.get(keyTemplate(key));
}

// Keys of a service are only there for the actions that the catalogue names them for. Most global keys may always be.
function isAbsent(key: string, keys: ConditionKeys | null): boolean {
  return (
    keys !== null && mayBeAbsent(key) && cardinalityOf(key, keys) === undefined
  );
}

// `Null: { key: false }` asks that the key be there.
function strengthOfNull(
  key: string,
  values: readonly string[],
): ConditionStrength {
  if (ALWAYS_PRESENT.test(key)) {
    return 'vacuous';
  }
  const asksForKey = values.every(isFalse);
  return asksForKey && SCOPING_KEYS.test(key) ? 'scoping' : 'weak';
}
