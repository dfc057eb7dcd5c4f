/**
 * Patterns of the policy language: `*` is any text, `?` is any one character.
 * All functions are case-sensitive and take at most about (length of one) times (length of other) steps.
 */

const MANY = 42; // *
const ONE = 63; // ?

/**
 * Counts the steps of a matcher, for the test that bounds them.
 *
 * @internal
 */
export type StepCounter = { steps: number };

/**
 * @param pattern - with wildcards
 * @param text - without
 * @returns whether the pattern matches the whole text
 * @public
 */
export function matches(
  pattern: string,
  text: string,
  counter?: StepCounter,
): boolean {
  return matchesLiterals(unescaped(pattern), literally(text), counter);
}

/**
 * Like {@link matches}, for a pattern that has no escapes (`${*}`, `${?}`, `${$}`) or no longer has them. What goes into
 * such a pattern as plain text is written by {@link literally}.
 */
export function matchesUnescaped(pattern: string, text: string): boolean {
  return matchesLiterals(pattern, literally(text));
}

/**
 * @param outer - a pattern
 * @param inner - a pattern
 * @returns whether `outer` matches every text that `inner` matches
 * @public
 */
export function covers(
  outer: string,
  inner: string,
  counter?: StepCounter,
): boolean {
  return coversUnescaped(unescaped(outer), unescaped(inner), counter);
}

/**
 * @param left - a pattern
 * @param right - a pattern
 * @returns whether some text matches both
 * @public
 */
export function intersects(
  left: string,
  right: string,
  counter?: StepCounter,
): boolean {
  return intersectsUnescaped(unescaped(left), unescaped(right), counter);
}

/** A text as a pattern that matches just this text; for {@link matchesUnescaped}. */
export function literally(text: string): string {
  return hasWildcard(text)
    ? text.replace(/[*?]/g, character => LITERALS[character])
    : text;
}

// `${*}`, `${?}` and `${$}` stand for the characters themselves. Here, a literal star or question mark is a letter that
// no policy holds, so that `*` and `?` are always wildcards.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
const LITERALS: Readonly<Record<string, string>> = {
  '*': '\uE000',
  '?': '\uE001',
  $: '$',
};

function unescaped(pattern: string): string {
  return pattern.includes('${')
    ? pattern.replace(/\$\{([*?$])\}/g, (_, character) => LITERALS[character])
    : pattern;
}

function hasWildcard(pattern: string): boolean {
  return pattern.includes('*') || pattern.includes('?');
}

function firstWildcard(pattern: string): number {
  for (let i = 0; i < pattern.length; i++) {
    if (isWildcard(pattern.charCodeAt(i))) {
      return i;
    }
  }
  return pattern.length;
}

function isWildcard(code: number): boolean {
  return code === MANY || code === ONE;
}

function matchesLiterals(
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

function coversUnescaped(
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

function intersectsUnescaped(
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
