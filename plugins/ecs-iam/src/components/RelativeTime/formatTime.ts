const units = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const;

/**
 * How long ago a time is, in words: "12 minutes ago", "yesterday". Under a minute it is "now".
 *
 * @param iso - ISO 8601
 * @param now - the present
 * @param language - BCP 47
 * @returns the words; the text itself when it is no date
 */
export function relativeTime(iso: string, now: Date, language: string): string {
  const seconds = (Date.parse(iso) - now.getTime()) / 1000;
  if (Number.isNaN(seconds)) {
    return iso;
  }
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) {
      return format.format(Math.trunc(seconds / length), unit);
    }
  }
  return format.format(0, 'second');
}

/**
 * A time in full, with its time zone.
 *
 * @param iso - ISO 8601
 * @param language - BCP 47
 * @returns date and time; the text itself when it is no date
 */
export function exactTime(iso: string, language: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : new Intl.DateTimeFormat(language, {
        dateStyle: 'medium',
        timeStyle: 'long',
      }).format(date);
}
