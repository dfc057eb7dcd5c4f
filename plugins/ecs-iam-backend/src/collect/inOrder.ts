import pLimit from 'p-limit';

/**
 * Works on several items at a time and yields the results in the order of the items.
 *
 * @throws what `work` throws; the items that were not begun are dropped then
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  atATime: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const limit = pLimit(atATime);
  const results = items.map(item => limit(() => work(item)));
  // A later item may fail while an earlier one is awaited; its failure is thrown when its turn comes.
  results.forEach(result => result.catch(() => undefined));
  try {
    for (const result of results) yield await result;
  } finally {
    limit.clearQueue();
  }
}

/** Splits a list into lists of at most `size` items, the sizes that AWS takes in one call. */
export function batches<Item>(
  items: readonly Item[],
  size: number,
): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
