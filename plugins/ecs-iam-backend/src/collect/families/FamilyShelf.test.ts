import { production } from '../../testSupport/awsMocks';
import { FamilyShelf } from './FamilyShelf';

const HOUR = 60 * 60 * 1000;

function aShelf() {
  let hour = 0;
  const shelf = FamilyShelf.create(() => hour * HOUR);
  shelf.keep(production, 'checkout', 7);
  return {
    shelf,
    knows: (at: number, revision: number, target = production) => {
      hour = at;
      return shelf.knows(target, 'checkout', revision);
    },
  };
}

it.each([
  ['knows a family for a day', 23, 7, true],
  ['does not know it after a day', 24, 7, false],
  ['knows it while an older revision is in use', 1, 6, true],
  ['does not know it once a newer revision is in use', 1, 8, false],
])('%s', (_, at, revision, expected) => {
  expect(aShelf().knows(at, revision)).toBe(expected);
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
