/**
 * A day of the calendar, as people write it. It is the same day in every time zone.
 *
 * @param date - `YYYY-MM-DD`
 * @param language - BCP 47
 * @returns the day; the text itself when it is none
 */
export function dayText(date: string, language: string): string {
  const parsed = new Date(date);
  return Number.isNaN(parsed.getTime())
    ? date
    : new Intl.DateTimeFormat(language, {
        dateStyle: 'medium',
        timeZone: 'UTC',
      }).format(parsed);
}
