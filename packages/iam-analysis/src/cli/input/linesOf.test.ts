import { linesOf } from './linesOf';

describe('linesOf', () => {
  it.each([
    ['lines in one piece', ['a\nb\n'], ['a', 'b']],
    ['a line in many pieces', ['a', 'b', 'c\nd\n'], ['abc', 'd']],
    ['a last line without a line feed', ['a\nb'], ['a', 'b']],
    ['empty lines, so that answers stay in step', ['\na\n\n'], ['', 'a', '']],
    ['a line feed in a piece of its own', ['a', '\n', 'b\n'], ['a', 'b']],
    ['no cut at U+2028, which JSON allows', ['"\u2028"\n'], ['"\u2028"']],
    ['nothing', [], []],
  ])('reads %s', async (_, chunks, lines) => {
    const found: string[] = [];
    for await (const line of linesOf(each(chunks))) {
      found.push(line);
    }
    expect(found).toEqual(lines);
  });

  it('gives a line before the next one comes', async () => {
    const lines = linesOf(
      (async function* chunks() {
        yield 'first\nsec';
        throw new Error('asked for more than was needed');
      })(),
    );
    expect(await lines.next()).toEqual({ done: false, value: 'first' });
  });
});

async function* each(chunks: readonly string[]) {
  yield* chunks;
}
