import fc from 'fast-check';
import { covers, intersects, matches } from './wildcard';

describe('matches', () => {
  it.each([
    ['s3:GetObject', 's3:GetObject', true],
    ['s3:GetObject', 's3:GetObjects', false],
    ['s3:Get*', 's3:GetObject', true],
    ['s3:Get*', 's3:Get', true],
    ['s3:Get?*', 's3:Get', false],
    ['*', '', true],
    ['?', '', false],
    ['', '', true],
    ['', 'a', false],
    ['*Object', 's3:GetObject', true],
    ['a*b*c', 'axxbxxbxc', true],
    ['a*b*c', 'axxbxxbx', false],
    ['a${*}b', 'a*b', true],
    ['a${*}b', 'axb', false],
    ['${$}{*}', '${}', true],
  ])('%p against %p is %p', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });
});

describe('covers', () => {
  it.each([
    ['*', 's3:*', true],
    ['s3:*', '*', false],
    ['*?', '?*', true],
    ['?*', '*?', true],
    ['?*', '*b', true],
    ['??*', '*b', false],
    ['?*a*', '*ba*', true],
    ['s3:*', 's3:**', true],
    ['s3:Get*', 's3:Get?bject', true],
    ['s3:Get?bject', 's3:Get*', false],
    ['?*:?*', '*:*', false],
    ['*:*', '?*:?*', true],
    ['arn:aws:iam::*:role/*', 'arn:aws:iam::111122223333:role/app-*', true],
    ['arn:aws:iam::*:role/app', 'arn:aws:iam::*:role/*', false],
  ])('%p over %p is %p', (outer, inner, expected) => {
    expect(covers(outer, inner)).toBe(expected);
  });
});

describe('intersects', () => {
  it.each([
    ['s3:Get*', 's3:*Object', true],
    ['s3:Get*', 's3:Put*', false],
    ['*', '', true],
    ['?', '*', true],
    ['a?', 'a', false],
    ['iam:*', 'iam:PassRole', true],
    ['*a', 'b*', true],
  ])('%p and %p is %p', (left, right, expected) => {
    expect(intersects(left, right)).toBe(expected);
    expect(intersects(right, left)).toBe(expected);
  });
});

// Patterns name `a` and `b`; texts hold a third letter too, because a wildcard takes letters that no pattern names.
const patterns = fc
  .array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 5 })
  .map(parts => parts.join(''));
const texts = textsUpTo(7, ['a', 'b', 'c']);
const RUNS = 3000;

describe('against brute force over every text of up to 7 letters', () => {
  it('matches what the regular expression matches', () => {
    fc.assert(
      fc.property(
        patterns,
        fc.constantFrom(...texts),
        (pattern, text) => matches(pattern, text) === naive(pattern).test(text),
      ),
      { numRuns: RUNS },
    );
  });

  it('covers exactly when every text of the inner matches the outer', () => {
    fc.assert(
      fc.property(patterns, patterns, (outer, inner) => {
        const within = naive(inner);
        const around = naive(outer);
        const expected = texts
          .filter(text => within.test(text))
          .every(text => around.test(text));
        return covers(outer, inner) === expected;
      }),
      { numRuns: RUNS },
    );
  });

  it('intersects exactly when a text matches both', () => {
    fc.assert(
      fc.property(patterns, patterns, (left, right) => {
        const a = naive(left);
        const b = naive(right);
        return (
          intersects(left, right) ===
          texts.some(text => a.test(text) && b.test(text))
        );
      }),
      { numRuns: RUNS },
    );
  });
});

describe('hostile patterns', () => {
  // A matcher that backtracks from every star needs longer than the age of the universe for these.
  const pattern = `${'*a'.repeat(1000)}*b`;
  const text = 'a'.repeat(3000);

  it.each([
    ['matches', () => matches(pattern, text)],
    ['covers', () => covers(pattern, `${'*a'.repeat(1500)}*`)],
    ['intersects', () => intersects(pattern, `${'a*'.repeat(1000)}c`)],
  ])('%s answers within the time of a test', (_, answer) => {
    expect(answer()).toBe(false);
  });
});

function naive(pattern: string): RegExp {
  const source = pattern.replace(/\*/g, '.*').replace(/\?/g, '.');
  return new RegExp(`^${source}$`);
}

function textsUpTo(length: number, letters: readonly string[]): string[] {
  let last = [''];
  const all = [''];
  for (let i = 0; i < length; i++) {
    last = last.flatMap(text => letters.map(letter => text + letter));
    all.push(...last);
  }
  return all;
}
