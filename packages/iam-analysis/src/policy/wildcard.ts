/**
 * Patterns of the policy language: `*` is any text, `?` is any one character.
 * All functions are case-sensitive and take at most about (length of one) times (length of other) steps.
 */

const MANY = '*';
const ONE = '?';

/**
 * @param pattern - with wildcards
 * @param text - without
 * @returns whether the pattern matches the whole text
 * @public
 */
export function matches(pattern: string, text: string): boolean {
  return matchesLiterals(unescaped(pattern), asLiterals(text));
}

/**
 * @param outer - a pattern
 * @param inner - a pattern
 * @returns whether `outer` matches every text that `inner` matches
 * @public
 */
export function covers(outer: string, inner: string): boolean {
  return coversUnescaped(unescaped(outer), unescaped(inner));
}

/**
 * @param left - a pattern
 * @param right - a pattern
 * @returns whether some text matches both
 * @public
 */
export function intersects(left: string, right: string): boolean {
  return intersectsUnescaped(unescaped(left), unescaped(right));
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

function asLiterals(text: string): string {
  return hasWildcard(text)
    ? text.replace(/[*?]/g, character => LITERALS[character])
    : text;
}

function hasWildcard(pattern: string): boolean {
  return pattern.includes(MANY) || pattern.includes(ONE);
}

function isWildcard(character: string): boolean {
  return character === MANY || character === ONE;
}

function matchesLiterals(pattern: string, text: string): boolean {
  let token = 0;
  let index = 0;
  // Only the last `*` ever needs to take more: an earlier one would leave the same rest to match.
  let lastMany = -1;
  let takenUntil = 0;
  while (index < text.length) {
    if (pattern[token] === MANY) {
      lastMany = token++;
      takenUntil = index;
    } else if (pattern[token] === ONE || pattern[token] === text[index]) {
      token++;
      index++;
    } else if (lastMany >= 0) {
      token = lastMany + 1;
      index = ++takenUntil;
    } else {
      return false;
    }
  }
  while (pattern[token] === MANY) {
    token++;
  }
  return token === pattern.length;
}

/**
 * A run of wildcards in `outer` is one gap: "at least n characters" with a `*` in it, "exactly n" without. A gap takes
 * any part of `inner` whose shortest text is long enough; a literal takes the same literal. That misses nothing: where
 * `outer` matches each text of `inner` in some way, the ways can be merged into one that holds for all of them.
 */
function coversUnescaped(outer: string, inner: string): boolean {
  if (outer === MANY || outer === inner) {
    return true;
  }
  if (!startsAlike(outer, inner) || !hasWildcard(outer)) {
    return false;
  }
  if (!hasWildcard(inner)) {
    return matchesLiterals(outer, inner);
  }
  // shortest[i]: length of the shortest text of the first i characters of `inner`.
  const shortest = [0];
  for (const character of inner.split('')) {
    const last = shortest[shortest.length - 1];
    shortest.push(character === MANY ? last : last + 1);
  }
  // reached[i]: the steps so far can take exactly the first i characters.
  let reached = shortest.map((_, i) => i === 0);
  for (const step of stepsOf(outer)) {
    reached =
      step.kind === 'gap'
        ? afterGap(step.atLeast, reached, shortest)
        : afterOne(step.character, reached, inner);
  }
  return reached[inner.length];
}

// Up to the first wildcard of `outer`, `inner` has to be the same: most pairs differ there.
function startsAlike(outer: string, inner: string): boolean {
  for (let i = 0; i < outer.length && !isWildcard(outer[i]); i++) {
    if (outer[i] !== inner[i]) {
      return false;
    }
  }
  return true;
}

type Step =
  | Readonly<{ kind: 'one'; character: string }>
  | Readonly<{ kind: 'gap'; atLeast: number }>;

function stepsOf(pattern: string): Step[] {
  const runs = pattern.match(/[*?]+|[^*?]+/g) ?? [];
  return runs.flatMap((run): Step[] =>
    run.includes(MANY)
      ? [{ kind: 'gap', atLeast: run.replace(/\*/g, '').length }]
      : run.split('').map(character => ({ kind: 'one', character })),
  );
}

function afterOne(
  step: string,
  reached: readonly boolean[],
  inner: string,
): boolean[] {
  return reached.map(
    (_, i) =>
      i > 0 &&
      reached[i - 1] &&
      inner[i - 1] !== MANY &&
      (step === ONE || step === inner[i - 1]),
  );
}

// A gap that starts early can end wherever one that starts later can, so the first start decides.
function afterGap(
  atLeast: number,
  reached: readonly boolean[],
  shortest: readonly number[],
): boolean[] {
  const start = reached.indexOf(true);
  return reached.map(
    (_, i) =>
      start >= 0 && i >= start && shortest[i] - shortest[start] >= atLeast,
  );
}

function intersectsUnescaped(a: string, b: string): boolean {
  if (a === MANY || b === MANY || a === b) {
    return true;
  }
  if (!mayStartAlike(a, b)) {
    return false;
  }
  if (!hasWildcard(a)) {
    return matchesLiterals(b, a);
  }
  return hasWildcard(b) ? meetSomewhere(a, b) : matchesLiterals(a, b);
}

function mayStartAlike(a: string, b: string): boolean {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (isWildcard(a[i]) || isWildcard(b[i])) {
      return true;
    }
    if (a[i] !== b[i]) {
      return false;
    }
  }
  return true;
}

function meetSomewhere(a: string, b: string): boolean {
  // row[j]: what was read of `a` and the first j characters of `b` can match the same text.
  let row = [true];
  for (let j = 1; j <= b.length; j++) {
    row[j] = row[j - 1] && b[j - 1] === MANY;
  }
  for (const character of a.split('')) {
    const next = [character === MANY && row[0]];
    for (let j = 1; j <= b.length; j++) {
      // A star takes what the other side reads, or nothing.
      next[j] =
        character === MANY || b[j - 1] === MANY
          ? row[j] || next[j - 1]
          : row[j - 1] && areAlike(character, b[j - 1]);
    }
    row = next;
  }
  return row[b.length];
}

function areAlike(a: string, b: string): boolean {
  return a === ONE || b === ONE || a === b;
}
