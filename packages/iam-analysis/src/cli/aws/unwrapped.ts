import { isAbsent, isObject, items, object } from '../input/place';
import { mismatch, type Place } from '../input/place';

/**
 * The answer of a `describe` command, or what is in it.
 *
 * @param key - under which the answer holds one object
 */
export function unwrapped(place: Place, key: string): Place {
  return holds(place, key) ? object(place)(key) : place;
}

/**
 * The same where the answer holds a list: its first item.
 *
 * @param what - what the list must hold at least one of, in words
 */
export function unwrappedFirst(place: Place, key: string, what: string): Place {
  if (!holds(place, key)) {
    return place;
  }
  const answer = object(place)(key);
  const [first] = items(answer);
  if (first === undefined || isAbsent(first)) {
    throw mismatch(answer, what);
  }
  return first;
}

function holds({ value }: Place, key: string): boolean {
  return isObject(value) && Object.hasOwn(value, key);
}
