/**
 * @param json - a valid JSON text
 * @param pointer - JSON pointer (RFC 6901) into it
 * @returns the line, counted from 1, of the value; of the nearest value around it when the pointer leads no further,
 *   as it does into a document that is written as text
 */
export function lineOf(json: string, pointer: string): number {
  const tokens = tokensOf(json);
  let at = 0;
  for (const segment of pointer.split('/').slice(1)) {
    const child = childOf(tokens, at, unescaped(segment));
    if (child === null) {
      break;
    }
    at = child;
  }
  return json.slice(0, tokens[at]?.index ?? 0).split('\n').length;
}

type Token = Readonly<{ text: string; index: number }>;

// Texts, the signs of structure, and numbers or words.
function tokensOf(json: string): readonly Token[] {
  return [
    ...json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"\uFEFF]+/g),
  ].map(match => ({ text: match[0], index: match.index }));
}

function unescaped(segment: string): string {
  return segment.replace(/~1/g, '/').replace(/~0/g, '~');
}

/** @returns the token with which the value of a key, or of an index, begins */
function childOf(
  tokens: readonly Token[],
  at: number,
  key: string,
): number | null {
  const opening = tokens[at]?.text;
  if (opening !== '[' && opening !== '{') {
    return null;
  }
  let next = at + 1;
  for (let index = 0; next < tokens.length; index += 1) {
    if (/^[\]}]$/.test(tokens[next].text)) {
      return null;
    }
    // A member of an object is its name, a colon and the value.
    const value = opening === '{' ? next + 2 : next;
    const name = opening === '{' ? JSON.parse(tokens[next].text) : `${index}`;
    if (name === key) {
      return value;
    }
    // Past the comma, if there is one: a closing sign ends the loop.
    const end = endOf(tokens, value);
    next = tokens[end]?.text === ',' ? end + 1 : end;
  }
  return null;
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
