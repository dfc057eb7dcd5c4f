/**
 * Finds something out once for each object: roles share statements, and statements patterns.
 *
 * @param find - a pure function; the object does not change
 * @returns a function that gives the same, and remembers it as long as the object is there
 */
export function oncePer<K extends object, T extends {} | null>(
  find: (key: K) => T,
): (key: K) => T {
  const found = new WeakMap<K, T>();
  return key => {
    const before = found.get(key);
    if (before !== undefined) {
      return before;
    }
    const value = find(key);
    found.set(key, value);
    return value;
  };
}
