/**
 * @param names - what to name, in order
 * @param noun - plural, for what is only counted: "images"
 * @returns "a", "a and b", or "a, b and 3 more images"
 */
export function shortList(names: readonly string[], noun: string): string {
  if (names.length <= 2) {
    return names.join(' and ');
  }
  const [first, second, third] = names;
  return names.length === 3
    ? `${first}, ${second} and ${third}`
    : `${first}, ${second} and ${names.length - 2} more ${noun}`;
}

/**
 * @param amount - how many
 * @param noun - singular, with a regular plural
 * @returns "1 host", "3 hosts"
 */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/**
 * @param items - in order
 * @returns each once, where it stood first
 */
export function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

/**
 * @param items - in order
 * @param key - what puts items together
 * @returns the groups in the order of their first item
 */
export function groupBy<T, K>(
  items: readonly T[],
  key: (item: T) => K,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) {
      group.push(item);
    } else {
      groups.set(key(item), [item]);
    }
  }
  return groups;
}
