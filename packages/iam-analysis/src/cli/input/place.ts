import { InputError } from './InputError';

/** A value of a JSON document, and the JSON pointer (RFC 6901) at which it stands. */
export type Place = Readonly<{ value: unknown; at: string }>;

/** Reads what stands at one place, or throws an `InputError` that names the place and what was expected. */
export type Reader<T> = (place: Place) => T;

/** What stands at a place, by key. A key that is not there has the value `undefined`. */
export type Fields = (key: string) => Place;

/** @param value - a whole document */
export function rootOf(value: unknown): Place {
  return { value, at: '' };
}

/** The AWS CLI leaves out what is not set; others write `null` there. */
export function isAbsent({ value }: Place): boolean {
  return value === undefined || value === null;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns the places of its values, by key */
export function object(place: Place, what: string = 'an object'): Fields {
  const { value, at } = place;
  if (!isObject(value)) {
    throw mismatch(place, what);
  }
  return key => ({
    value: Object.hasOwn(value, key) ? value[key] : undefined,
    at: `${at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`,
  });
}

/** @returns the places of its items */
export function items(place: Place, what: string = 'a list'): readonly Place[] {
  const { value, at } = place;
  if (!Array.isArray(value)) {
    throw mismatch(place, what);
  }
  return value.map((item: unknown, index) => ({
    value: item,
    at: `${at}/${index}`,
  }));
}

/** @returns what the items of a list hold; nothing for an absent list */
export function list<T>(place: Place, read: Reader<T>): readonly T[] {
  return isAbsent(place) ? [] : items(place).map(read);
}

/** @returns `null` for an absent value */
export function optional<T>(place: Place, read: Reader<T>): T | null {
  return isAbsent(place) ? null : read(place);
}

export function text(place: Place): string {
  if (typeof place.value !== 'string') {
    throw mismatch(place, 'a text');
  }
  return place.value;
}

/** @returns `null` for an absent or empty text, as the AWS CLI may write what is not set */
export function optionalText(place: Place): string | null {
  return optional(place, text) || null;
}

/** Reads a text that is not empty. @param what - in words */
export function textOf(place: Place, what: string): string {
  if (typeof place.value !== 'string' || place.value === '') {
    throw mismatch(place, what);
  }
  return place.value;
}

export function wholeNumber(place: Place): number {
  if (!Number.isInteger(place.value)) {
    throw mismatch(place, 'a whole number');
  }
  return Number(place.value);
}

export function flag(place: Place): boolean {
  if (typeof place.value !== 'boolean') {
    throw mismatch(place, 'true or false');
  }
  return place.value;
}

export function oneOf<const T extends string>(values: readonly T[]): Reader<T> {
  return place => {
    const found = values.find(value => value === place.value);
    if (found === undefined) {
      throw mismatch(place, `one of ${values.join(', ')}`);
    }
    return found;
  };
}

/** @returns the texts of an object by key, such as tags; nothing for an absent object */
export function texts(place: Place): Readonly<Record<string, string>> {
  if (isAbsent(place)) {
    return {};
  }
  const at = object(place);
  return Object.fromEntries(
    Object.keys(Object(place.value)).map(key => [key, String(scalar(at(key)))]),
  );
}

function scalar(place: Place): string | number | boolean {
  const { value } = place;
  if (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  throw mismatch(place, 'a text');
}

/**
 * @param expected - in words
 * @returns an error that names the place, what was expected and what was found
 */
export function mismatch(place: Place, expected: string): InputError {
  return fault(place, `expected ${expected}, found ${shown(place.value)}`);
}

/** @param message - in words, without the place */
export function fault({ at }: Place, message: string): InputError {
  return new InputError(at === '' ? message : `${at}: ${message}`);
}

// Long values are cut, and objects only named: an error is one line.
function shown(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? 'an empty list' : 'a list';
  }
  if (typeof value === 'object' && value !== null) {
    return 'an object';
  }
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
