import fc from 'fast-check';
import {
  actionsIn,
  holds,
  includesAll,
  intersect,
  setOf,
  sizeOf,
  subtract,
  unite,
  uniteAll,
} from './actionSet';

const numbers = fc.uniqueArray(fc.nat(40), { maxLength: 20 });

it('joins neighbours into ranges', () => {
  expect(setOf([5, 3, 4, 9, 4])).toEqual([3, 6, 9, 10]);
});

it('does what sets of numbers do', () => {
  fc.assert(
    fc.property(numbers, numbers, fc.nat(40), (a, b, one) => {
      const [left, right] = [new Set(a), new Set(b)];
      const [x, y] = [setOf(a), setOf(b)];
      const only = (keep: (n: number) => boolean) =>
        [...Array(41).keys()].filter(keep);
      expect(unite(x, y)).toEqual(setOf([...a, ...b]));
      expect(uniteAll([x, y, x])).toEqual(unite(x, y));
      expect(intersect(x, y)).toEqual(
        setOf(only(n => left.has(n) && right.has(n))),
      );
      expect(subtract(x, y)).toEqual(
        setOf(only(n => left.has(n) && !right.has(n))),
      );
      expect(holds(x, one)).toBe(left.has(one));
      expect(includesAll(x, y)).toBe(b.every(n => left.has(n)));
      expect(sizeOf(x)).toBe(left.size);
      expect([...actionsIn(x)]).toEqual(only(n => left.has(n)));
    }),
    { numRuns: 1000 },
  );
});
