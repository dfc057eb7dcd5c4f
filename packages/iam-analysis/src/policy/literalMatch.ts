import { MANY, ONE, type StepCounter } from './patternText';

/** Whether a pattern without escapes matches a text in which stars and question marks are escaped. */
export function matchesLiterals(
  pattern: string,
  text: string,
  counter?: StepCounter,
): boolean {
  let token = 0;
  let index = 0;
  // Only the last `*` ever needs to take more: an earlier one would leave the same rest to match.
  let lastMany = -1;
  let takenUntil = 0;
  while (index < text.length) {
    if (counter) {
      counter.steps++;
    }
    const code = pattern.charCodeAt(token);
    if (code === MANY) {
      lastMany = token++;
      takenUntil = index;
    } else if (code === ONE || code === text.charCodeAt(index)) {
      token++;
      index++;
    } else if (lastMany >= 0) {
      token = lastMany + 1;
      index = ++takenUntil;
    } else {
      return false;
    }
  }
  while (pattern.charCodeAt(token) === MANY) {
    token++;
  }
  return token === pattern.length;
}
