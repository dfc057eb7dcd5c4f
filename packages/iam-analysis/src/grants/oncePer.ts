/**
 * Finds something out once for each object: roles share statements, and statements patterns.
 *
 * @param find - a pure function; the object does not change
 * @returns a function that gives the same, and remembers it as long as the object is there
 */
export function oncePer<K extends object, T extends {} | null>(
  find: (key: K) => T,
): (key: K) => T {
  return key => {
    const facts = factsOf(key);
    // What `find` found is what it returns: only it writes under its own name.
    const before = facts.get(find) as T | undefined;
    if (before !== undefined) {
      return before;
    }
    const value = find(key);
    facts.set(find, value);
    return value;
  };
}

// One weak entry for each object, not one for each thing that is known of it: those are what collecting garbage takes long
// over.
const remembered = new WeakMap<object, Map<unknown, unknown>>();

function factsOf(key: object): Map<unknown, unknown> {
  const before = remembered.get(key);
  if (before !== undefined) {
    return before;
  }
  const facts = new Map<unknown, unknown>();
  remembered.set(key, facts);
  return facts;
}
