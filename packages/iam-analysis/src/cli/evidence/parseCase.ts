import { isObject, object, type Place } from '../input/place';
import type { Case, RoleCase, Told } from './Case';
import { parseDefinitionCases } from './parseDefinitionCases';
import { fieldsOfFacts, parseFacts } from './parseFacts';
import { parseRoleInSlot } from './parseRole';
import { nothingTold } from './parseTold';
import { slotsWithoutRole } from './slotsWithoutRole';

/** A case, and where it and its role stand in the input. */
export type PlacedCase<C extends Case = Case> = Readonly<{
  case: C;
  at: string;
  /** JSON pointer; of the case, for a slot without a role. */
  roleAt: string;
}>;

/**
 * Reads a case: `{ "role": { ... }, "facts"?: { ... } }`, or `{ "taskDefinition": { ... }, "roles": { ... } }`, which
 * holds one for each slot of the task definition.
 *
 * @param said - by options of the command
 */
export function parseCases(place: Place, said: Told): readonly PlacedCase[] {
  return isOfDefinition(place)
    ? parseDefinitionCases(place, said)
    : [
        {
          case: parseCase(place, said),
          at: place.at,
          roleAt: `${place.at}/role`,
        },
      ];
}

/** @returns whether the roles of a case hang on a task definition */
export function isOfDefinition({ value }: Place): boolean {
  return (
    isObject(value) &&
    Object.hasOwn(value, 'taskDefinition') &&
    !Object.hasOwn(value, 'role')
  );
}

/** Reads a case of one role. */
export function parseCase(place: Place, said: Told = nothingTold): RoleCase {
  const at = object(
    place,
    'a case { "role", "facts"? } or { "taskDefinition", "roles" }',
  );
  const { role, slot } = parseRoleInSlot(at('role'));
  const { lastUsed, createdAt, ...facts } = parseFacts(
    fieldsOfFacts(at('facts')),
    said,
  );
  return {
    role: { ...role, lastUsed, createdAt },
    slot,
    facts,
    emptySlots: slotsWithoutRole(facts).filter(each => each !== slot),
  };
}
