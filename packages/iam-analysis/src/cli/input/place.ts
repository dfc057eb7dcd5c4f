import { InputError } from './InputError';
import { isUnresolved, withoutIntrinsic } from './intrinsic';

/** A value of a JSON document, and the JSON pointer (RFC 6901) at which it stands. */
export type Place = Readonly<{
  value: unknown;
  at: string;
  /** It belongs to a template; see {@link asTemplate}. */
  template?: true;
}>;

/** Reads what stands at one place, or throws an `InputError` that names the place and what was expected. */
export type Reader<T> = (place: Place) => T;

/** What stands at a place, by key. A key that is not there has the value `undefined`. */
export type Fields = (key: string) => Place;

/** @param value - a whole document */
export function rootOf(value: unknown): Place {
  return { value, at: '' };
}

/**
 * What stands at a place, read as the template of CloudFormation or of another engine that it may be: names in whatever
 * letter case, for CloudFormation writes those of the API with a capital (`EFSVolumeConfiguration`, `FilesystemId`); and
 * `${...}` in place of what is filled in later. Keys of free-form maps, which {@link texts} reads, stay as they are.
 */
export function asTemplate(place: Place): Place {
  return { ...place, value: withoutIntrinsic(place.value), template: true };
}

/** @returns the text at a place of a template where something is still to be filled in; else `null` */
export function variableAt({ value, template }: Place): string | null {
  return template && typeof value === 'string' && isUnresolved(value)
    ? value
    : null;
}

/** The AWS CLI leaves out what is not set; others write `null` there. */
export function isAbsent({ value }: Place): boolean {
  return value === undefined || value === null;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns the places of its values, by key; none for a variable in its place */
export function object(place: Place, what: string = 'an object'): Fields {
  const { value } = place;
  if (variableAt(place) !== null) {
    return key => within(place, key, undefined);
  }
  if (!isObject(value)) {
    throw mismatch(place, what);
  }
  return key => {
    const name = nameIn(value, key, place);
    return within(place, name ?? key, name === null ? undefined : value[name]);
  };
}

function nameIn(
  value: Record<string, unknown>,
  key: string,
  { template }: Place,
): string | null {
  if (Object.hasOwn(value, key)) {
    return key;
  }
  const lower = key.toLowerCase();
  const found = template
    ? Object.keys(value).find(name => name.toLowerCase() === lower)
    : undefined;
  return found ?? null;
}

function within(parent: Place, key: string, value: unknown): Place {
  const place = {
    value,
    at: `${parent.at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`,
  };
  return parent.template ? asTemplate(place) : place;
}

/** @returns the places of its items */
export function items(place: Place, what: string = 'a list'): readonly Place[] {
  const { value } = place;
  if (!Array.isArray(value)) {
    throw mismatch(place, what);
  }
  return value.map((item: unknown, index) => within(place, `${index}`, item));
}

/** @returns what the items of a list hold; nothing for an absent list. A variable in its place is one item */
export function list<T>(place: Place, read: Reader<T>): readonly T[] {
  if (variableAt(place) !== null) {
    return [read(place)];
  }
  return isAbsent(place)
    ? []
    : items(place)
        .filter(item => !isLeftOut(item))
        .map(read);
}

// CloudFormation takes an item out whose value is `AWS::NoValue`.
function isLeftOut({ value, template }: Place): boolean {
  return template === true && value === undefined;
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

/**
 * A text that ECS refuses when it is none: what needs it is said to be unresolved, so the rest is read on.
 *
 * @returns numbers and flags as written; `''` for anything else that is no text
 */
export function looseText(place: Place): string {
  return isScalar(place.value) ? String(place.value) : '';
}

/** A flag of a template, in which it may be written as text; `null` for an absent one and for a variable. */
export function looseFlag(place: Place): boolean | null {
  if (isAbsent(place) || variableAt(place) !== null) {
    return null;
  }
  const word = typeof place.value === 'string' && place.value.toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : flag(place);
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
  const keys = isObject(place.value) ? Object.keys(place.value) : [];
  return Object.fromEntries(
    keys
      .filter(key => !isLeftOut(at(key)))
      .map(key => [
        key,
        place.template ? looseText(at(key)) : String(scalar(at(key))),
      ]),
  );
}

function scalar(place: Place): string | number | boolean {
  if (!isScalar(place.value)) {
    throw mismatch(place, 'a text');
  }
  return place.value;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
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
