import { production } from '../testSupport/awsMocks';
import { DailyShelf } from './DailyShelf';

const HOUR = 60 * 60 * 1000;

function aShelf() {
  let hour = 0;
  const shelf = DailyShelf.create(() => hour * HOUR);
  shelf.keep(production, 'checkout', 7);
  return {
    shelf,
    knows: (at: number, version: number, target = production) => {
      hour = at;
      return shelf.knows(target, 'checkout', version);
    },
  };
}

it.each([
  ['knows what was read for a day', 23, 7, true],
  ['does not know it after a day', 24, 7, false],
  ['knows it while an older version is in use', 1, 6, true],
  ['does not know it once a newer version is in use', 1, 8, false],
])('%s', (_, at, version, expected) => {
  expect(aShelf().knows(at, version)).toBe(expected);
});

it('knows nothing of another target', () => {
  const { knows } = aShelf();

  expect(knows(1, 7, { ...production, region: 'us-east-1' })).toBe(false);
});

it('forgets what is no longer in use', () => {
  const { shelf, knows } = aShelf();
  shelf.keepOnly(production, new Set(['search']));

  expect(knows(1, 7)).toBe(false);
});

it('knows what has no versions', () => {
  const { shelf } = aShelf();
  shelf.keep(production, 'secret');

  expect(shelf.knows(production, 'secret')).toBe(true);
  expect(shelf.knows(production, 'other')).toBe(false);
});
