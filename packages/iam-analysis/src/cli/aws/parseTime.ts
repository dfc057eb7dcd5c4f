import type { LastUsed } from '../../ecs/role';
import { mismatch, object, optional } from '../input/place';
import { optionalText, type Place } from '../input/place';

/** Reads a time as the AWS CLI prints it: ISO 8601, or seconds since 1970. */
export function parseTime(place: Place): string {
  const { value } = place;
  const time = new Date(typeof value === 'number' ? value * 1000 : `${value}`);
  if (Number.isNaN(time.getTime())) {
    throw mismatch(place, 'a time such as 2026-01-31T12:00:00Z');
  }
  return time.toISOString();
}

/** Reads `RoleLastUsed` of `aws iam get-role`. It is empty for a role that was not used in the last 400 days. */
export function parseLastUsed(place: Place): LastUsed {
  const at = object(place, '{ "LastUsedDate", "Region" }, or {} for never');
  return {
    date: optional(at('LastUsedDate'), parseTime),
    region: optionalText(at('Region')),
  };
}
