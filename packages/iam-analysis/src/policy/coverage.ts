import { matchesLiterals } from './literalMatch';
import {
  firstWildcard,
  hasWildcard,
  isWildcard,
  MANY,
  ONE,
  type StepCounter,
} from './patternText';

/** Whether one pattern without escapes matches all that another matches. */
export function coversUnescaped(
  outer: string,
  inner: string,
  counter?: StepCounter,
): boolean {
  if (outer === '*' || outer === inner) {
    return true;
  }
  // Up to the first wildcard of `outer`, `inner` has to be the same: most pairs differ there.
  const start = firstWildcard(outer);
  if (!inner.startsWith(outer.slice(0, start))) {
    return false;
  }
  if (start === outer.length - 1 && outer.charCodeAt(start) === MANY) {
    return true;
  }
  return hasWildcard(inner)
    ? coversPattern(stepsOf(outer), inner, counter)
    : matchesLiterals(outer, inner, counter);
}

/**
 * What `outer` asks for, one after the other: the code of a character, which takes the same character; `ONE`, which
 * takes any character but a star; or a gap, as a negative number. A run of wildcards with a star in it is one gap: `-1`
 * takes any part of `inner`, `-2` any part whose shortest text has one character or more, and so on.
 */
function stepsOf(outer: string): number[] {
  const steps: number[] = [];
  let index = 0;
  while (index < outer.length) {
    const start = index;
    let atLeast = 0;
    while (isWildcard(outer.charCodeAt(index))) {
      atLeast += outer.charCodeAt(index++) === ONE ? 1 : 0;
    }
    if (index - start > atLeast) {
      steps.push(-1 - atLeast);
    } else {
      for (let i = 0; i < atLeast; i++) {
        steps.push(ONE);
      }
    }
    if (index < outer.length) {
      steps.push(outer.charCodeAt(index++));
    }
  }
  return steps;
}

/**
 * Takes `inner` step by step. That misses nothing: where `outer` matches each text of `inner` in some way, the ways can
 * be merged into one that holds for all of them. And as with texts, only the last gap ever needs to take more: one that
 * ends early leaves the next one every end that it could have later.
 */
function coversPattern(
  steps: readonly number[],
  inner: string,
  counter?: StepCounter,
): boolean {
  let step = 0;
  let index = 0;
  let lastGap = -1;
  let takenUntil = 0;
  while (step < steps.length || index < inner.length) {
    if (counter) {
      counter.steps++;
    }
    const wanted = steps[step];
    if (wanted < 0) {
      index = afterShortest(-1 - wanted, inner, index);
      if (index < 0) {
        return false;
      }
      lastGap = step++;
      takenUntil = index;
    } else if (index < inner.length && takes(wanted, inner.charCodeAt(index))) {
      step++;
      index++;
    } else if (lastGap >= 0 && takenUntil < inner.length) {
      step = lastGap + 1;
      index = ++takenUntil;
    } else {
      return false;
    }
  }
  return true;
}

function takes(wanted: number, code: number): boolean {
  return wanted === ONE ? code !== MANY : wanted === code && code !== MANY;
}

// Where the shortest text from `index` on has so many characters; -1 when it never has.
function afterShortest(length: number, inner: string, index: number): number {
  let end = index;
  for (let missing = length; missing > 0; end++) {
    if (end >= inner.length) {
      return -1;
    }
    missing -= inner.charCodeAt(end) === MANY ? 0 : 1;
  }
  return end;
}
