import type { DecisionRequest } from '../../decide/decision';
import type { Role } from '../../ecs/role';
import { isAbsent, isObject, items, mismatch, object } from '../input/place';
import { optionalText, textOf, type Place } from '../input/place';
import { parsePermissions } from './parseRole';

/** Whether a role may do something. */
export type Question = Readonly<{ role: Role; request: DecisionRequest }>;

/** Reads `{ "role", "action", "resource"?, "context"? }`. */
export function parseQuestion(place: Place): Question {
  const at = object(
    place,
    'a question { "role", "action", "resource"?, "context"? }',
  );
  return {
    role: parseAskedRole(at('role')),
    request: {
      action: parseAction(at('action')),
      resource: optionalText(at('resource')) ?? '*',
      context: parseContext(at('context')),
    },
  };
}

/** Reads a role, or the evidence `{ "role": ... }` around it. */
export function parseAskedRole(place: Place): Role {
  return isObject(place.value) && Object.hasOwn(place.value, 'role')
    ? parsePermissions(object(place)('role'))
    : parsePermissions(place);
}

/** Reads an action: of one service, so that it has a colon. */
function parseAction(place: Place): string {
  const what = 'an action such as s3:GetObject';
  const action = textOf(place, what);
  if (!action.includes(':')) {
    throw mismatch(place, what);
  }
  return action;
}

function parseContext(place: Place): DecisionRequest['context'] {
  if (isAbsent(place)) {
    return {};
  }
  const at = object(place, 'an object of condition keys');
  return Object.fromEntries(
    Object.keys(Object(place.value)).map(key => [key, parseValue(at(key))]),
  );
}

function parseValue(place: Place): string | readonly string[] {
  return Array.isArray(place.value)
    ? items(place).map(parseScalar)
    : parseScalar(place);
}

function parseScalar(place: Place): string {
  const { value } = place;
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      throw mismatch(place, 'a text, or a list of texts');
  }
}
