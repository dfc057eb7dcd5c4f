/** The code of `*`. */
export const MANY = 42;
/** The code of `?`. */
export const ONE = 63;

/** Counts the steps of a matcher, for the test that bounds them. */
export type StepCounter = { steps: number };

/** Whether a pattern matches more than itself. */
export function hasWildcard(pattern: string): boolean {
  return pattern.includes('*') || pattern.includes('?');
}

/** Index of the first wildcard; the length of a pattern without. */
export function firstWildcard(pattern: string): number {
  for (let i = 0; i < pattern.length; i++) {
    if (isWildcard(pattern.charCodeAt(i))) {
      return i;
    }
  }
  return pattern.length;
}

/** Whether a character is `*` or `?`. */
export function isWildcard(code: number): boolean {
  return code === MANY || code === ONE;
}
