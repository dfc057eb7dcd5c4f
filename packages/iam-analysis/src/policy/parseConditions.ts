import { fault, isObject, typeName, under, type Place } from './faultList';
import { parseConditionValues } from './parseConditionValues';
import type { Condition } from './types';
import { isUsuallyWritten, takeApart, writeOperator } from './writtenOperator';

/**
 * Parses the condition block of a statement into one entry a key. An unknown operator is a fault; its condition is kept,
 * so that the statement does not look unconditioned.
 *
 * @param place - of the statement
 * @returns `null` when the block cannot be read
 */
export function parseConditions(
  value: unknown,
  place: Place,
): Condition[] | null {
  if (value === undefined) {
    return [];
  }
  if (!isObject(value)) {
    return fault(
      under(place, 'Condition'),
      `expected an object, found ${typeName(value)}`,
    );
  }
  const conditions: Condition[] = [];
  let isReadable = true;
  let isUsual = true;
  for (const written of Object.keys(value)) {
    isUsual = isUsual && isUsuallyWritten(written);
    const operatorReadable = parseOperator(
      written,
      value[written],
      place,
      conditions,
    );
    isReadable = isReadable && operatorReadable;
  }
  // With one condition left out, the statement would reach further than is written.
  if (!isReadable) {
    return null;
  }
  return isUsual ? conditions : byOperator(conditions);
}

// Two spellings of one operator come together, as they do when the statement is printed. All conditions have to hold, so
// their order means nothing.
function byOperator(conditions: readonly Condition[]): Condition[] {
  const groups = new Map<string, Condition[]>();
  for (const condition of conditions) {
    const name = writeOperator(condition);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(condition);
  }
  return [...groups.values()].flat();
}

function parseOperator(
  written: string,
  keys: unknown,
  place: Place,
  conditions: Condition[],
): boolean {
  const { operator, set, ifExists, traits } = takeApart(written);
  if (traits === undefined) {
    fault(
      under(place, 'Condition', written),
      `unknown condition operator '${written}'`,
    );
  }
  if (!isObject(keys)) {
    fault(
      under(place, 'Condition', written),
      `expected an object of keys, found ${typeName(keys)}`,
    );
    return false;
  }
  const names = Object.keys(keys);
  if (names.length > 1) {
    faultRepeatedKeys(names, written, place);
  }
  let isReadable = true;
  for (const key of names) {
    const values = parseConditionValues(
      keys[key],
      traits?.family,
      place,
      written,
      key,
    );
    if (values === null) {
      isReadable = false;
    } else {
      conditions.push({ operator, set, ifExists, key, values });
    }
  }
  return isReadable;
}

// Key names are case-insensitive, so AWS takes two spellings of one key for a repetition.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html,
// "Duplicate keys with different case"
function faultRepeatedKeys(
  names: readonly string[],
  written: string,
  place: Place,
): void {
  const seen = new Set<string>();
  for (const name of names) {
    const lower = name.toLowerCase();
    if (seen.has(lower)) {
      fault(
        under(place, 'Condition', written, name),
        `'${name}' repeats a key of the same operator in another letter case`,
      );
    }
    seen.add(lower);
  }
}
