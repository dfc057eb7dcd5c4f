import type { OperatorFamily } from './conditionOperators';
import { readBoolean, readDate, readNumber } from './conditionValues';
import {
  asList,
  fault,
  isObject,
  itemUnder,
  typeName,
  under,
  type Place,
} from './faultList';
import { readNetwork } from './network';
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
    const values = parseValues(keys[key], traits?.family, place, written, key);
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

function parseValues(
  value: unknown,
  family: OperatorFamily | undefined,
  place: Place,
  written: string,
  key: string,
): string[] | null {
  const items = asList(value);
  if (items.length === 0) {
    return fault(
      under(place, 'Condition', written, key),
      'expected at least one value',
    );
  }
  const values: string[] = [];
  for (let index = 0; index < items.length; index++) {
    const text = textOf(items[index]);
    const expected = text === null ? TEXT : expectedOf(text, family);
    if (expected !== null) {
      // A value that the operator cannot compare is kept: the condition is still there.
      fault(
        itemUnder(under(place, 'Condition', written, key), value, index),
        `expected ${expected}, found ${
          text === null ? typeName(items[index]) : `'${text}'`
        }`,
      );
    }
    if (text !== null) {
      values.push(text);
    }
  }
  return values.length === items.length ? values : null;
}

const TEXT = 'a string, number or boolean';

function textOf(value: unknown): string | null {
  if (typeof value === 'string') {
    return value;
  }
  return typeof value === 'boolean' || typeof value === 'number'
    ? String(value)
    : null;
}

// What a value should have been; `null` when it is.
function expectedOf(
  text: string,
  family: OperatorFamily | undefined,
): string | null {
  switch (family) {
    case 'numeric':
      return readNumber(text) === null ? 'a number' : null;
    case 'date':
      return readDate(text) === null
        ? 'a date such as 2026-01-31T00:00:00Z, or seconds since 1970'
        : null;
    case 'bool':
      return readBoolean(text) === null && !text.includes('${')
        ? "'true' or 'false'"
        : null;
    case 'null':
      return readBoolean(text) === null ? "'true' or 'false'" : null;
    case 'ip':
      return readNetwork(text) === null
        ? 'an IP address or a range such as 203.0.113.0/24'
        : null;
    case 'string':
    case 'arn':
    case 'binary':
    case undefined:
      return null;
    default:
      return family satisfies never;
  }
}
