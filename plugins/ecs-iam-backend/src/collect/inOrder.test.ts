import { batches, inOrder } from './inOrder';

it('yields in the order of the items, whichever is done first, and keeps to the limit', async () => {
  let running = 0;
  let most = 0;
  const steps = [3, 1, 2, 0];
  const results: number[] = [];

  for await (const result of inOrder(steps, 2, async step => {
    running += 1;
    most = Math.max(most, running);
    for (let tick = 0; tick < step; tick += 1) await Promise.resolve();
    running -= 1;
    return step;
  })) {
    results.push(result);
  }

  expect(results).toEqual(steps);
  expect(most).toBe(2);
});

it('throws a failure when its turn comes, and begins no further item', async () => {
  const begun: number[] = [];
  const results: number[] = [];
  const reading = (async () => {
    for await (const result of inOrder([1, 2, 3, 4], 1, async item => {
      begun.push(item);
      if (item === 2) throw new Error('two');
      return item;
    })) {
      results.push(result);
    }
  })();

  await expect(reading).rejects.toThrow('two');
  expect(results).toEqual([1]);
  expect(begun).not.toContain(4);
});

it.each([
  [[], []],
  [[1, 2], [[1, 2]]],
  [
    [1, 2, 3],
    [[1, 2], [3]],
  ],
])('splits %p into twos', (items, expected) => {
  expect(batches(items, 2)).toEqual(expected);
});
