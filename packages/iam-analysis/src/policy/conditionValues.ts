/**
 * Reads a boolean. Letter case does not matter.
 *
 * @returns `null` for anything but `true` and `false`
 */
export function readBoolean(text: string): boolean | null {
  switch (text.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    default:
      return null;
  }
}

/** Reads an integer or a decimal number; `null` for anything else. */
export function readNumber(text: string): number | null {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : null;
}

// Years alone would be the same text as seconds since 1970, so digits alone are seconds.
const DATE =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?$/i;

/**
 * Reads a date in one of the forms of ISO 8601 that the W3C names, or in seconds since 1970. Without an offset, UTC.
 * Sources: https://www.w3.org/TR/NOTE-datetime and "Date condition operators" in
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 *
 * @returns milliseconds since 1970; `null` for what is no date
 */
export function readDate(text: string): number | null {
  const seconds = readNumber(text);
  if (seconds !== null) {
    return seconds * 1000;
  }
  const parts = DATE.exec(text);
  if (parts === null) {
    return null;
  }
  const [year, month, day, hour, minute, second] = parts
    .slice(1, 7)
    .map((part, index) => Number(part ?? (index === 2 ? 1 : 0)));
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  return isReal
    ? date.getTime() + Number(parts[7] ?? 0) * 1000 - offsetOf(parts[8])
    : null;
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || /^z$/i.test(zone)) {
    return 0;
  }
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
