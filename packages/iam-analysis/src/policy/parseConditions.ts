import { operatorTraits } from './conditionOperators';
import {
  asList,
  fault,
  isObject,
  typeName,
  under,
  type Place,
} from './faultList';
import type { Condition } from './types';

/**
 * Parses a condition block into one entry a key. An unknown operator is a fault; its condition is kept, so that the
 * statement does not look unconditioned.
 *
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
    return fault(place, `expected an object, found ${typeName(value)}`);
  }
  const blocks = Object.entries(value).map(([operator, keys]) =>
    parseOperator(operator, keys, under(place, operator)),
  );
  return allOrNone(blocks);
}

function parseOperator(
  written: string,
  keys: unknown,
  place: Place,
): Condition[] | null {
  const { operator, set, ifExists } = takeApart(written);
  const traits = operatorTraits(operator);
  // Source: reference_policies_elements_condition_operators, "...IfExists": "any operator except Null".
  if (traits === undefined || (ifExists && operator.toLowerCase() === 'null')) {
    fault(place, `unknown condition operator '${written}'`);
  }
  if (!isObject(keys)) {
    return fault(place, `expected an object of keys, found ${typeName(keys)}`);
  }
  const conditions = Object.entries(keys).map(([key, values]) => {
    const list = parseValues(values, under(place, key));
    return list && [{ operator, set, ifExists, key, values: list }];
  });
  return allOrNone(conditions);
}

function takeApart(
  written: string,
): Pick<Condition, 'operator' | 'set' | 'ifExists'> {
  const [, prefix, rest] = /^(?:(ForAllValues|ForAnyValue):)?(.*)$/is.exec(
    written,
  ) ?? ['', undefined, written];
  const ifExists = /ifexists$/i.test(rest);
  return {
    operator: ifExists ? rest.slice(0, -'IfExists'.length) : rest,
    set: setOf(prefix),
    ifExists,
  };
}

function setOf(prefix: string | undefined): Condition['set'] {
  switch (prefix?.toLowerCase()) {
    case 'forallvalues':
      return 'ForAllValues';
    case 'foranyvalue':
      return 'ForAnyValue';
    default:
      return null;
  }
}

function parseValues(value: unknown, place: Place): string[] | null {
  const items = asList(value);
  if (items.length === 0) {
    return fault(place, 'expected at least one value');
  }
  const values: string[] = [];
  items.forEach((item, index) => {
    if (
      typeof item === 'string' ||
      typeof item === 'boolean' ||
      typeof item === 'number'
    ) {
      values.push(String(item));
    } else {
      const itemPlace = Array.isArray(value) ? under(place, index) : place;
      fault(
        itemPlace,
        `expected a string, number or boolean, found ${typeName(item)}`,
      );
    }
  });
  return values.length === items.length ? values : null;
}

// With one condition left out, the statement would reach further than is written.
function allOrNone(
  parts: readonly (readonly Condition[] | null)[],
): Condition[] | null {
  const readable = parts.filter((p): p is Condition[] => p !== null);
  return readable.length === parts.length ? readable.flat() : null;
}
