/**
 * @param json - a valid JSON text
 * @param pointer - JSON pointer (RFC 6901) into it
 * @returns the line, counted from 1, of the value; of the nearest value around it when the pointer leads no further,
 *   as it does into a document that is written as text
 */
export function lineOf(json: string, pointer: string): number {
  const { tokens, childrenOf, lineAt } = readOnce(json);
  let at = 0;
  for (const segment of pointer.split('/').slice(1)) {
    const child = childrenOf(at).get(unescaped(segment));
    if (child === undefined) {
      break;
    }
    at = child;
  }
  return lineAt(tokens[at]?.index ?? 0);
}

type Token = Readonly<{ text: string; index: number }>;

type Read = Readonly<{
  json: string;
  tokens: readonly Token[];
  /** @returns by key or index, the tokens with which the members of an object or list begin */
  childrenOf(at: number): ReadonlyMap<string, number>;
  lineAt(index: number): number;
}>;

// A report asks for the lines of one file after the other, and of each for thousands of places.
let last: Read | null = null;

function readOnce(json: string): Read {
  last = last?.json === json ? last : read(json);
  return last;
}

function read(json: string): Read {
  const tokens = tokensOf(json);
  const known = new Map<number, ReadonlyMap<string, number>>();
  const breaks = [...json.matchAll(/\n/g)].map(({ index }) => index);
  return {
    json,
    tokens,
    childrenOf: at => {
      const children = known.get(at) ?? childrenIn(tokens, at);
      known.set(at, children);
      return children;
    },
    lineAt: index => 1 + countBelow(breaks, index),
  };
}

/** @returns how many of ascending numbers are below another */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle] < limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// Texts, the signs of structure, and numbers or words.
function tokensOf(json: string): readonly Token[] {
  return [
    ...json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"\uFEFF]+/g),
  ].map(match => ({ text: match[0], index: match.index }));
}

function unescaped(segment: string): string {
  return segment.replace(/~1/g, '/').replace(/~0/g, '~');
}

function childrenIn(
  tokens: readonly Token[],
  at: number,
): ReadonlyMap<string, number> {
  const children = new Map<string, number>();
  const opening = tokens[at]?.text;
  if (opening !== '[' && opening !== '{') {
    return children;
  }
  let next = at + 1;
  for (let index = 0; next < tokens.length; index += 1) {
    if (/^[\]}]$/.test(tokens[next].text)) {
      break;
    }
    // A member of an object is its name, a colon and the value.
    const value = opening === '{' ? next + 2 : next;
    const name = opening === '{' ? JSON.parse(tokens[next].text) : `${index}`;
    if (!children.has(name)) {
      children.set(name, value);
    }
    // Past the comma, if there is one: a closing sign ends the loop.
    const end = endOf(tokens, value);
    next = tokens[end]?.text === ',' ? end + 1 : end;
  }
  return children;
}

/** @returns the token behind the value */
function endOf(tokens: readonly Token[], at: number): number {
  let depth = 0;
  let next = at;
  do {
    const { text } = tokens[next];
    depth += Number(/^[[{]$/.test(text)) - Number(/^[\]}]$/.test(text));
    next += 1;
  } while (depth > 0 && next < tokens.length);
  return next;
}
