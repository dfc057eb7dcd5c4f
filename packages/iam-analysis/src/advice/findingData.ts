import type { Finding } from '../analysis/finding';

/** A text in the data of a finding; `null` when there is none of that name. */
export function stringIn(data: Finding['data'], name: string): string | null {
  const value = data[name];
  return typeof value === 'string' ? value : null;
}

/** A list of texts in the data of a finding; empty when there is none of that name. */
export function stringsIn(data: Finding['data'], name: string): string[] {
  const value = data[name];
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}

/** A list of objects in the data of a finding; empty when there is none of that name. */
export function partsIn(
  data: Finding['data'],
  name: string,
): Finding['data'][] {
  const value = data[name];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Finding['data'] {
  return typeof value === 'object' && value !== null;
}

/** The places of all statements that a finding is about; none when it is about no place in a policy. */
export function placesOf({ at, data }: Finding): readonly string[] {
  const places = stringsIn(data, 'statements');
  return [...new Set([...places, at])].filter(place => place.includes('#/'));
}
