import { labelled, wrap } from './wrap';

describe('wrap', () => {
  it.each([
    ['a short text', 'one two', 20, '  one two'],
    ['at the width', 'one two three', 9, '  one two\n  three'],
    [
      'no word',
      'arn:aws:iam::aws:policy/A b',
      12,
      '  arn:aws:iam::aws:policy/A\n  b',
    ],
    ['nothing', '', 9, '  '],
  ])('breaks %s', (_, text, width, lines) => {
    expect(wrap(text, width, '  ')).toBe(lines);
  });
});

describe('labelled', () => {
  it('sets the text in a column of its own', () => {
    expect(labelled('why', 'one two three', 20)).toBe(
      '    why     one two\n            three',
    );
  });
});
