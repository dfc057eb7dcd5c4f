import {
  asList,
  fault,
  isObject,
  itemUnder,
  typeName,
  under,
  type Place,
} from './faultList';
import type { Principal, Principals } from './types';

const TYPES = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

/**
 * Parses `Principal` or `NotPrincipal`: `"*"`, or an object of lists by type.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 *
 * @returns `null` when there are both, neither, or none that can be read
 */
export function parsePrincipals(
  fields: Readonly<Record<string, unknown>>,
  place: Place,
): Principals | null {
  const { Principal: only, NotPrincipal: allBut } = fields;
  if (only !== undefined && allBut !== undefined) {
    return fault(
      place,
      'has both Principal and NotPrincipal; expected one of them',
    );
  }
  if (only !== undefined) {
    const principals = parseValue(only, under(place, 'Principal'));
    return principals && { kind: 'only', principals };
  }
  if (allBut !== undefined) {
    const principals = parseValue(allBut, under(place, 'NotPrincipal'));
    return principals && { kind: 'all-but', principals };
  }
  return fault(place, 'has neither Principal nor NotPrincipal');
}

function parseValue(value: unknown, place: Place): Principal[] | null {
  if (value === '*') {
    return [{ type: '*', value: '*' }];
  }
  if (!isObject(value)) {
    const found = typeof value === 'string' ? `'${value}'` : typeName(value);
    return fault(
      place,
      `expected '*' or an object such as {"Service": "ecs-tasks.amazonaws.com"}, found ${found}`,
    );
  }
  const principals = Object.entries(value).map(([type, items]) =>
    parseType(type, items, under(place, type)),
  );
  if (principals.length === 0) {
    return fault(place, 'expected at least one principal');
  }
  const readable = principals.filter((p): p is Principal[] => p !== null);
  return readable.length === principals.length ? readable.flat() : null;
}

function parseType(
  name: string,
  value: unknown,
  place: Place,
): Principal[] | null {
  const type = TYPES.find(t => t === name);
  if (type === undefined) {
    return fault(
      place,
      `unknown type of principal '${name}'; expected one of ${TYPES.join(
        ', ',
      )}`,
    );
  }
  const items = asList(value);
  if (items.length === 0) {
    return fault(place, 'expected at least one principal');
  }
  const principals: Principal[] = [];
  items.forEach((item, index) => {
    if (typeof item === 'string') {
      principals.push({ type, value: item });
    } else {
      fault(
        itemUnder(place, value, index),
        `expected a string, found ${typeName(item)}`,
      );
    }
  });
  return principals.length === items.length ? principals : null;
}
