import type { Fault } from './types';

/** A place in the document, and where its faults go. */
export type Place = Readonly<{
  at: string;
  faults: Fault[];
}>;

/**
 * The place of a key or an index under another, as a JSON pointer (RFC 6901, section 3).
 *
 * @remarks
 * Most of what is parsed has no fault, and a pointer for each pattern would cost more than the pattern itself: a place
 * below a statement is made when there is a fault to note, not before.
 */
export function under(place: Place, ...keys: (string | number)[]): Place {
  const at = keys.reduce<string>(
    (pointer, key) => `${pointer}/${tokenOf(key)}`,
    place.at,
  );
  return { at, faults: place.faults };
}

/** The place of an item of what may be a list or a scalar, which stands for a list of one. */
export function itemUnder(list: Place, value: unknown, index: number): Place {
  return Array.isArray(value) ? under(list, index) : list;
}

function tokenOf(key: string | number): string {
  return String(key).replace(/~/g, '~0').replace(/\//g, '~1');
}

/** Notes what is wrong at a place. Returns `null`, the value of what could not be parsed. */
export function fault({ at, faults }: Place, message: string): null {
  faults.push({ at, message });
  return null;
}

/** The JSON type of a value, for messages. */
export function typeName(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Tells a JSON object from everything else. */
export function isObject(
  value: unknown,
): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list as it is, a scalar as a list of one: the grammar allows both nearly everywhere. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** A string as it is, `null` for nothing; anything else is a fault. */
export function parseText(
  value: unknown,
  place: Place,
  key: string,
): string | null {
  if (value === undefined || typeof value === 'string') {
    return value ?? null;
  }
  return fault(
    under(place, key),
    `expected a string, found ${typeName(value)}`,
  );
}

/** Notes each key that the grammar does not know. Key names are case-sensitive. */
export function faultUnknownKeys(
  value: Readonly<Record<string, unknown>>,
  knownKeys: ReadonlySet<string>,
  place: Place,
): void {
  for (const key of Object.keys(value)) {
    if (!knownKeys.has(key)) {
      fault(
        under(place, key),
        `'${key}' is no element of the policy language; expected one of ${[
          ...knownKeys,
        ].join(', ')}`,
      );
    }
  }
}
