import fc from 'fast-check';
import type { StepCounter } from './patternText';
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
// A text that tells two patterns apart needs no more letters than both have together without their stars, and one.
const patterns = wordsUpTo(4, ['a', 'b', '*', '?']);
const texts = wordsUpTo(7, ['a', 'b', 'c']);
// Which texts a pattern matches, a bit each.
const matched = new Map(
  patterns.map(pattern => [pattern, bitsOf(naive(pattern))]),
);
const pairs = patterns.flatMap(a => patterns.map(b => [a, b] as const));

describe(`against brute force, for all ${pairs.length} pairs of small patterns`, () => {
  it('matches what the regular expression matches', () => {
    const wrong = patterns.filter(pattern =>
      texts.some(
        (text, index) =>
          matches(pattern, text) !== isSet(textsOf(pattern), index),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('covers exactly when every text of the inner matches the outer', () => {
    const wrong = pairs.filter(
      ([outer, inner]) =>
        covers(outer, inner) !== isWithin(textsOf(inner), textsOf(outer)),
    );
    expect(wrong).toEqual([]);
  });

  it('intersects exactly when a text matches both', () => {
    const wrong = pairs.filter(
      ([left, right]) =>
        intersects(left, right) !== overlap(textsOf(left), textsOf(right)),
    );
    expect(wrong).toEqual([]);
  });
});

it('takes any text of a covered pattern for the outer one, however long', () => {
  const pattern = fc
    .array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 12 })
    .map(parts => parts.join(''));
  const filling = fc.array(fc.string({ maxLength: 4 }), { minLength: 24 });
  fc.assert(
    fc.property(pattern, pattern, filling, (outer, inner, fillings) => {
      const text = [...inner]
        .map((part, index) => {
          if (part === '*') {
            return fillings[index];
          }
          return part === '?' ? 'c' : part;
        })
        .join('');
      const isKnown = matches(outer, text);
      return (
        matches(inner, text) &&
        (isKnown || !covers(outer, inner)) &&
        (!isKnown || intersects(outer, inner))
      );
    }),
  );
});

// The longest that AWS takes: a managed policy has 6,144 characters. A matcher that backtracks from every star needs longer
// than the age of the universe for some of these.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
describe('the steps, at the size limits of AWS', () => {
  const LONGEST = 6_144;
  const hostile = fc
    .tuple(
      fc.array(fc.constantFrom('*', '?', 'a', 'b'), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.integer({ min: 1, max: LONGEST }),
      fc.array(fc.constantFrom('*', '?', 'a', 'b'), { maxLength: 4 }),
    )
    .map(([part, length, end]) =>
      (part.join('').repeat(length).slice(0, length) + end.join('')).slice(
        -LONGEST,
      ),
    );

  it.each([
    ['matches', matches],
    ['covers', covers],
    ['intersects', intersects],
  ])(
    '%s takes at most one length times the other',
    (_, judge: typeof matches) => {
      fc.assert(
        fc.property(hostile, hostile, (left, right) => {
          const counter: StepCounter = { steps: 0 };
          judge(left, right, counter);
          const bound = (left.length + 2) * (right.length + 2);
          expect(counter.steps).toBeLessThanOrEqual(bound);
        }),
      );
    },
  );

  const pattern = `${'*a'.repeat(LONGEST / 2 - 1)}*b`;

  it.each([
    ['matches', () => matches(pattern, 'a'.repeat(LONGEST))],
    ['covers', () => covers(pattern, `${'*a'.repeat(LONGEST / 2)}`)],
    ['intersects', () => intersects(pattern, `${'a*'.repeat(LONGEST / 2)}c`)],
  ])('%s answers within the time of a test', (_, answer) => {
    expect(answer()).toBe(false);
  });
});

function naive(pattern: string): RegExp {
  const source = pattern.replace(/\*/g, '.*').replace(/\?/g, '.');
  return new RegExp(`^${source}$`);
}

function wordsUpTo(length: number, letters: readonly string[]): string[] {
  let last = [''];
  const all = [''];
  for (let i = 0; i < length; i++) {
    last = last.flatMap(word => letters.map(letter => word + letter));
    all.push(...last);
  }
  return all;
}

function textsOf(pattern: string): Uint32Array {
  return matched.get(pattern) ?? new Uint32Array();
}

function bitsOf(expression: RegExp): Uint32Array {
  const bits = new Uint32Array(Math.ceil(texts.length / 32));
  texts.forEach((text, index) => {
    if (expression.test(text)) {
      bits[Math.floor(index / 32)] |= 1 << index % 32;
    }
  });
  return bits;
}

function isSet(bits: Uint32Array, index: number): boolean {
  return (bits[Math.floor(index / 32)] & (1 << index % 32)) !== 0;
}

function isWithin(inner: Uint32Array, outer: Uint32Array): boolean {
  return inner.every((word, index) => (word & ~outer[index]) === 0);
}

function overlap(left: Uint32Array, right: Uint32Array): boolean {
  return left.some((word, index) => (word & right[index]) !== 0);
}
