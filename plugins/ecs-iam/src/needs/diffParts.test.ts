import { type DiffLine, diffParts, isChanged } from './diffParts';

/** A line for each letter: `+` added, `-` removed, `=` the same. */
function linesOf(signs: string): DiffLine[] {
  const kinds = { '+': 'added', '-': 'removed', '=': 'same' } as const;
  return [...signs].flatMap((sign, index) =>
    sign === '+' || sign === '-' || sign === '='
      ? [{ kind: kinds[sign], text: `line ${index}` }]
      : [],
  );
}

function shape(signs: string): string[] {
  return diffParts(linesOf(signs)).map(
    ({ kind, lines }) => `${kind} ${lines.length}`,
  );
}

describe('diffParts', () => {
  it.each([
    ['nothing', '', []],
    ['all added', '+++', ['lines 3']],
    ['a change between a few lines', '===-+===', ['lines 8']],
    [
      'a change between many lines',
      '========-+========',
      ['gap 5', 'lines 8', 'gap 5'],
    ],
    ['two changes near each other', '+======-', ['lines 8']],
    [
      'a run too short to take out',
      '+========-',
      ['lines 4', 'lines 2', 'lines 4'],
    ],
    ['a run just long enough', '+=========-', ['lines 4', 'gap 3', 'lines 4']],
    ['no change', '=====', ['gap 5']],
  ])('%s', (_, signs, expected) => {
    expect(shape(signs)).toEqual(expected);
  });

  it('loses no line and changes no order', () => {
    const lines = linesOf('====+=======--====');
    expect(diffParts(lines).flatMap(part => part.lines)).toEqual(lines);
  });
});

describe('isChanged', () => {
  it.each([
    ['', false],
    ['==', false],
    ['=+', true],
    ['-', true],
  ])('%p: %p', (signs, expected) => {
    expect(isChanged(linesOf(signs))).toBe(expected);
  });
});
