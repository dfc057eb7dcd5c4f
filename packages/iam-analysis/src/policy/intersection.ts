import { matchesLiterals } from './literalMatch';
import {
  hasWildcard,
  isWildcard,
  MANY,
  ONE,
  type StepCounter,
} from './patternText';

/** Whether some text matches both of two patterns without escapes. */
export function intersectsUnescaped(
  a: string,
  b: string,
  counter?: StepCounter,
): boolean {
  if (a === '*' || b === '*' || a === b) {
    return true;
  }
  if (!mayStartAlike(a, b)) {
    return false;
  }
  if (!hasWildcard(a)) {
    return matchesLiterals(b, a, counter);
  }
  return hasWildcard(b)
    ? meetSomewhere(a, b, counter)
    : matchesLiterals(a, b, counter);
}

function mayStartAlike(a: string, b: string): boolean {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [codeOfA, codeOfB] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (isWildcard(codeOfA) || isWildcard(codeOfB)) {
      return true;
    }
    if (codeOfA !== codeOfB) {
      return false;
    }
  }
  return true;
}

function meetSomewhere(a: string, b: string, counter?: StepCounter): boolean {
  // row[j]: what was read of `a` and the first j characters of `b` can match the same text.
  const row = new Uint8Array(b.length + 1);
  row[0] = 1;
  for (let j = 1; j <= b.length && b.charCodeAt(j - 1) === MANY; j++) {
    row[j] = 1;
  }
  for (let i = 0; i < a.length; i++) {
    if (counter) {
      counter.steps += row.length;
    }
    const code = a.charCodeAt(i);
    let diagonal = row[0];
    row[0] = code === MANY ? row[0] : 0;
    for (let j = 1; j < row.length; j++) {
      const above = row[j];
      const other = b.charCodeAt(j - 1);
      if (code === MANY || other === MANY) {
        // A star takes what the other side reads, or nothing.
        row[j] = above | row[j - 1];
      } else {
        row[j] = areAlike(code, other) ? diagonal : 0;
      }
      diagonal = above;
    }
  }
  return row[b.length] === 1;
}

function areAlike(a: number, b: number): boolean {
  return a === ONE || b === ONE || a === b;
}
