import { someHaveKey } from '../catalogue/actionIndex';
import type { ActionSet } from '../catalogue/actionSet';
import { operatorTraits } from '../policy/conditionOperators';
import type { Condition } from '../policy/types';
import {
  ALWAYS_PRESENT,
  isFalse,
  mayBeAbsent,
  passesWithoutKey,
  takesAnyValue,
} from './conditionKeys';

/**
 * Why a condition holds nothing back.
 *
 * - `transport`: it asks for TLS
 * - `any-value`: every value will do; the key has to be there
 * - `present-key`: it asks whether a key is there that always is
 * - `absent-key`: it holds when the key is absent, and it always is
 * - `no-values`: `ForAllValues` holds when the request has no value at all
 */
export type Vacuity =
  | 'transport'
  | 'any-value'
  | 'present-key'
  | 'absent-key'
  | 'no-values';

/**
 * Why a condition is vacuous for every one of some actions.
 *
 * @param condition - one of the conditions of a statement
 * @param all - all of them: a `Null` test of the same key makes `ForAllValues` a guard
 * @param actions - those that the statement is about
 * @returns `null` when it holds something back, with one of the actions or more
 */
export function vacuityOf(
  condition: Condition,
  all: readonly Condition[],
  actions: ActionSet,
): Vacuity | null {
  const key = condition.key.toLowerCase();
  if (condition.operator.toLowerCase() === 'null') {
    return ALWAYS_PRESENT.test(key) ? 'present-key' : null;
  }
  if (key === 'aws:securetransport') {
    return 'transport';
  }
  if (takesAnyValue(condition)) {
    return 'any-value';
  }
  if (condition.ifExists && isNeverThere(key, actions)) {
    return 'absent-key';
  }
  return passesWithoutKey(condition, all) &&
    !someHaveKey(actions, key, 'several')
    ? 'no-values'
    : null;
}

function isNeverThere(key: string, actions: ActionSet): boolean {
  return mayBeAbsent(key) && !someHaveKey(actions, key);
}

/**
 * Whether a condition fails for certain, for every request of some actions: it needs a key that none of them has, or the
 * absence of one that is always there. Requests without TLS there are: some endpoints of AWS answer them.
 */
export function neverHolds(
  { operator, set, ifExists, key: written, values }: Condition,
  actions: ActionSet,
): boolean {
  const key = written.toLowerCase();
  if (operator.toLowerCase() === 'null') {
    return ALWAYS_PRESENT.test(key)
      ? !values.some(isFalse)
      : isNeverThere(key, actions) && values.every(isFalse);
  }
  const needsKey = !ifExists && set !== 'ForAllValues';
  const negated = operatorTraits(operator)?.negated ?? true;
  return needsKey && !negated && isNeverThere(key, actions);
}
