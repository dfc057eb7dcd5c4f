/** @returns things that are alike but for their counts as one, with the sum of them, in the order of the first ones */
export function summed<T extends Readonly<{ count: number }>>(
  items: readonly T[],
): readonly T[] {
  const sums = new Map<string, T>();
  for (const item of items) {
    const key = JSON.stringify({ ...item, count: 0 });
    const before = sums.get(key);
    sums.set(
      key,
      before ? { ...before, count: before.count + item.count } : item,
    );
  }
  return [...sums.values()];
}
