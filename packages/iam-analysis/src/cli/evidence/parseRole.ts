import type { Role } from '../../ecs/role';
import { roleSlots, type RoleSlot } from '../../ecs/slots';
import { known, unknown } from '../../known';
import {
  mismatch,
  object,
  oneOf,
  optional,
  textOf,
  type Fields,
  type Place,
} from '../input/place';
import { parseDocument } from './parseDocument';
import { parseBoundary, parsePolicies } from './parsePolicies';

/** Reads a role and the slot in which it is to be judged. */
export function parseRoleInSlot(
  place: Place,
): Readonly<{ role: Role; slot: RoleSlot }> {
  const role = parseNamedRole(place);
  return { role, slot: oneOf(roleSlots)(object(place)('slot')) };
}

/** Reads a role: `{ "arn", "trustPolicy"?, "policies", "boundary"? }`. */
export function parseNamedRole(place: Place): Role {
  const at = object(
    place,
    'a role { "arn", "slot", "trustPolicy"?, "policies", "boundary"? }',
  );
  return { ...parseArn(at('arn')), ...partsOf(at) };
}

/**
 * Reads a role that need not say its name.
 *
 * @param fallback - the ARN of one that says none
 */
export function parseRoleOf(place: Place, fallback: string): Role {
  const at = object(
    place,
    'a role { "arn"?, "trustPolicy"?, "policies", "boundary"? }',
  );
  const name = optional(at('arn'), parseArn) ?? nameIn(fallback) ?? NAMELESS;
  return { ...name, ...partsOf(at) };
}

/** Reads a role of which only the permissions matter, so that it may come without a name. */
export function parsePermissions(place: Place): Role {
  const at = object(place, 'a role { "policies", "boundary"? }');
  return { ...(optional(at('arn'), parseArn) ?? NAMELESS), ...partsOf(at) };
}

type Name = Pick<Role, 'arn' | 'name' | 'path' | 'accountId' | 'partition'>;

const NAMELESS: Name = {
  arn: '',
  name: '',
  path: '/',
  accountId: '',
  partition: 'aws',
};

// Wider than `parseRoleArn`: how long a name is does not matter to who judges the role.
const ROLE_ARN =
  /^arn:([a-z-]+):iam::(\d{12}):role(\/(?:[^/\s]+\/)*)([^/\s]+)$/;

function parseArn(place: Place): Name {
  const what =
    'the ARN of a role, such as arn:aws:iam::111122223333:role/checkout-task';
  const name = nameIn(textOf(place, what));
  if (name === null) {
    throw mismatch(place, what);
  }
  return name;
}

/** @returns `null` for what is no ARN of a role */
export function nameIn(text: string): Name | null {
  const match = ROLE_ARN.exec(text);
  if (!match) {
    return null;
  }
  const [arn, partition, accountId, path, name] = match;
  return { arn, partition, accountId, path, name };
}

function partsOf(at: Fields): Omit<Role, keyof Name> {
  const trustPolicy = optional(at('trustPolicy'), parseDocument);
  return {
    existence: known('exists'),
    trustPolicy:
      trustPolicy === null
        ? unknown('the input holds no role.trustPolicy')
        : known(trustPolicy),
    policies: known(parsePolicies(at('policies'))),
    boundary: known(parseBoundary(at('boundary'))),
    tags: unknown('the input holds no tags'),
    lastUsed: unknown('the input holds no facts.lastUsed'),
    createdAt: unknown('the input holds no facts.createdAt'),
  };
}
