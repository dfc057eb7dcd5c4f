import { unknown, type Unknown } from '../../known';

/** How long IAM remembers at least. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html */
export const REMEMBERED_DAYS = 400;

/**
 * For how long something of a role has not been used: since its last use, or since there is the role. Nobody can have
 * used a role before, so one that is young is not idle.
 *
 * @param lastUse - ISO 8601; `null`: never, as far as IAM remembers
 * @param createdAt - of the role
 * @returns days, or why they cannot be told
 */
export function idleDays(
  lastUse: string | null,
  createdAt: string,
  now: Date,
): number | Unknown {
  const since = [createdAt, ...(lastUse === null ? [] : [lastUse])];
  const days = since.map(date => (now.getTime() - Date.parse(date)) / DAY);
  const [wrong] = since.filter((_, index) => Number.isNaN(days[index]));
  return wrong === undefined
    ? Math.min(...days)
    : unknown(`'${wrong}' is not a date`);
}

const DAY = 24 * 60 * 60 * 1000;

/** The day of a date, for people. */
export function dayOf(date: string): string {
  return date.slice(0, 10);
}
