import { object, type Place } from '../input/place';
import type { Case } from './Case';
import { parseFacts } from './parseFacts';
import { parseRoleInSlot } from './parseRole';

/** Reads a case: `{ "role": { ... }, "facts"?: { ... } }`. */
export function parseCase(place: Place): Case {
  const at = object(place, 'a case { "role", "facts"? }');
  const { role, slot } = parseRoleInSlot(at('role'));
  const { lastUsed, createdAt, ...facts } = parseFacts(at('facts'));
  return { role: { ...role, lastUsed, createdAt }, slot, facts };
}
