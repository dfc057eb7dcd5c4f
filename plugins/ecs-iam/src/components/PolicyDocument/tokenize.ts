/** A piece of a line of JSON. */
export type Token = Readonly<{
  kind: 'key' | 'value' | 'mark';
  text: string;
}>;

// A string, then perhaps the colon that makes it a key; or whatever is no string.
const pattern = /("(?:[^"\\]|\\.)*")(?=(\s*:)?)|[^"]+|"/g;

/**
 * Splits a line of JSON for colouring. It need not be valid: the pieces always join to the same line.
 *
 * @param line - one line
 * @returns its pieces in order
 */
export function tokenize(line: string): Token[] {
  return [...line.matchAll(pattern)].map(([text, string, colon]) => {
    if (string === undefined) {
      return { kind: 'mark', text };
    }
    return { kind: colon === undefined ? 'value' : 'key', text };
  });
}
