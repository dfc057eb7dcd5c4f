import type { OperatorFamily } from './conditionOperators';
import { readBoolean, readDate, readNumber } from './conditionValues';
import {
  asList,
  fault,
  itemUnder,
  typeName,
  under,
  type Place,
} from './faultList';
import { readNetwork } from './network';

/**
 * Parses the values of one key of a condition block: scalars, which are kept as text.
 *
 * @param family - what the operator compares; `undefined` when nobody knows it
 * @param place - of the statement
 * @param written - the operator as it was written
 * @returns `null` when there are none, or one that is no scalar
 */
export function parseConditionValues(
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
