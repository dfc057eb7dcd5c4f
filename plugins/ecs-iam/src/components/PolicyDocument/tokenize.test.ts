import { tokenize } from './tokenize';

describe('tokenize', () => {
  it('tells keys from values', () => {
    expect(tokenize('  "Action": "s3:*",')).toEqual([
      { kind: 'mark', text: '  ' },
      { kind: 'key', text: '"Action"' },
      { kind: 'mark', text: ': ' },
      { kind: 'value', text: '"s3:*"' },
      { kind: 'mark', text: ',' },
    ]);
  });

  it.each([
    '',
    '{',
    '  "a\\"b": 1',
    '"never closed',
    '"a" : "b", "c"',
    '\\u0000 """',
  ])('loses nothing of %p', line => {
    expect(
      tokenize(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line);
  });
});
