/**
 * Cuts a stream at its line feeds. Not with `readline`: that cuts at U+2028 too, which may stand in a JSON text.
 *
 * @param chunks - pieces of any length
 * @returns each line as soon as it is complete, also an empty one; the last one needs no line feed
 */
export async function* linesOf(
  chunks: AsyncIterable<string>,
): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const pieces = chunk.split('\n');
    pieces[0] = rest + pieces[0];
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  if (rest !== '') {
    yield rest;
  }
}
