import { parseJson } from './json';
import { linesOf } from './linesOf';
import type { Place } from './place';

/**
 * Answers each line of JSON with one line of JSON, in order and at once. A line that is no good is answered with
 * `{ "error": ... }`, and the rest goes on.
 *
 * @param answer - from what a line holds to the line that answers it
 * @returns how many lines were no good
 */
export async function answerLines(
  chunks: AsyncIterable<string>,
  out: (text: string) => void,
  answer: (line: Place) => string,
): Promise<number> {
  let number = 0;
  let bad = 0;
  for await (const line of linesOf(chunks)) {
    number += 1;
    try {
      out(`${answer(parseJson(line))}\n`);
    } catch (error) {
      bad += 1;
      const message = error instanceof Error ? error.message : `${error}`;
      out(`${JSON.stringify({ error: `line ${number}: ${message}` })}\n`);
    }
  }
  return bad;
}
