/**
 * Patterns of the policy language: `*` is any text, `?` is any one character.
 * All functions are case-sensitive and take at most about (length of one) times (length of other) steps.
 */

const MANY = Symbol('any text');
const ONE = Symbol('any character');
type Token = string | typeof MANY | typeof ONE;

/**
 * @param pattern - with wildcards
 * @param text - without
 * @returns whether the pattern matches the whole text
 * @public
 */
export function matches(pattern: string, text: string): boolean {
  const tokens = tokensOf(pattern);
  let token = 0;
  let index = 0;
  // Only the last `*` ever needs to take more: an earlier one would leave the same rest to match.
  let lastMany = -1;
  let takenUntil = 0;
  while (index < text.length) {
    if (token < tokens.length && fits(tokens[token], text[index])) {
      token++;
      index++;
    } else if (tokens[token] === MANY) {
      lastMany = token++;
      takenUntil = index;
    } else if (lastMany >= 0) {
      token = lastMany + 1;
      index = ++takenUntil;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every(rest => rest === MANY);
}

/**
 * @param outer - a pattern
 * @param inner - a pattern
 * @returns whether `outer` matches every text that `inner` matches
 * @remarks
 * A run of wildcards in `outer` is one gap: "at least n characters" with a `*` in it, "exactly n" without. A gap takes
 * any tokens of `inner` whose shortest text is long enough; a literal takes the same literal. That misses nothing:
 * where `outer` matches each text of `inner` in some way, the ways can be merged into one that holds for all of them.
 * @public
 */
export function covers(outer: string, inner: string): boolean {
  const tokens = tokensOf(inner);
  // shortest[i]: length of the shortest text of the first i tokens.
  const shortest = [0];
  for (const token of tokens) {
    shortest.push(shortest[shortest.length - 1] + (token === MANY ? 0 : 1));
  }
  // reached[i]: the steps so far can take exactly the first i tokens.
  let reached = tokens.map(() => false);
  reached.unshift(true);
  for (const step of stepsOf(outer)) {
    reached =
      step.kind === 'gap'
        ? afterGap(step.atLeast, reached, shortest)
        : afterOne(step.token, reached, tokens);
  }
  return reached[tokens.length];
}

/**
 * @param left - a pattern
 * @param right - a pattern
 * @returns whether some text matches both
 * @public
 */
export function intersects(left: string, right: string): boolean {
  const a = tokensOf(left);
  const b = tokensOf(right);
  // row[j]: the first i tokens of `a` and the first j of `b` can match the same text.
  let row = b.map(() => false);
  row.unshift(true);
  spreadMany(row, b);
  for (const token of a) {
    const next = row.map(() => false);
    for (let j = 0; j <= b.length; j++) {
      const alone = token === MANY && (row[j] || (j > 0 && next[j - 1]));
      const together =
        j > 0 &&
        ((b[j - 1] === MANY && (row[j] || next[j - 1])) ||
          (row[j - 1] && compatible(token, b[j - 1])));
      next[j] = alone || together;
    }
    row = next;
  }
  return row[b.length];
}

function spreadMany(row: boolean[], b: readonly Token[]): void {
  for (let j = 1; j <= b.length; j++) {
    row[j] = row[j - 1] && b[j - 1] === MANY;
  }
}

function compatible(a: Token, b: Token): boolean {
  return typeof a !== 'string' || typeof b !== 'string' || a === b;
}

function fits(token: Token, character: string): boolean {
  return token === ONE || token === character;
}

// `${*}`, `${?}` and `${$}` stand for the characters themselves.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const escaped = escapedAt(pattern, i);
    if (escaped !== undefined) {
      tokens.push(escaped);
      i += 3;
    } else if (pattern[i] === '*') {
      tokens.push(MANY);
    } else {
      tokens.push(pattern[i] === '?' ? ONE : pattern[i]);
    }
  }
  return tokens;
}

function escapedAt(pattern: string, index: number): string | undefined {
  const isEscape =
    pattern.startsWith('${', index) && pattern[index + 3] === '}';
  return isEscape && '*?$'.includes(pattern[index + 2])
    ? pattern[index + 2]
    : undefined;
}

type Step =
  | Readonly<{ kind: 'one'; token: Token }>
  | Readonly<{ kind: 'gap'; atLeast: number }>;

function stepsOf(pattern: string): Step[] {
  const steps: Step[] = [];
  let run: Token[] = [];
  const endRun = () => {
    const ones = run.filter(token => token === ONE);
    steps.push(
      ...(ones.length < run.length
        ? [{ kind: 'gap', atLeast: ones.length } as const]
        : ones.map(token => ({ kind: 'one', token } as const))),
    );
    run = [];
  };
  for (const token of tokensOf(pattern)) {
    if (typeof token === 'string') {
      endRun();
      steps.push({ kind: 'one', token });
    } else {
      run.push(token);
    }
  }
  endRun();
  return steps;
}

function afterOne(
  step: Token,
  reached: readonly boolean[],
  tokens: readonly Token[],
): boolean[] {
  return reached.map((_, i) => {
    if (i === 0 || !reached[i - 1] || tokens[i - 1] === MANY) {
      return false;
    }
    return step === ONE || step === tokens[i - 1];
  });
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
