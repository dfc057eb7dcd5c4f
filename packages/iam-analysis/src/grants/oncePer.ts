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
    for (let i = 0; i < facts.length; i += 2) {
      if (facts[i] === find) {
        // What stands behind `find` is what it returned: only it writes there.
        return facts[i + 1] as T;
      }
    }
    const value = find(key);
    facts.push(find, value);
    return value;
  };
}

// One weak entry for each object, not one for each thing that is known of it, which would take long to collect; and a short
// list of functions and values, which takes less room than a map.
const remembered = new WeakMap<object, unknown[]>();

function factsOf(key: object): unknown[] {
  const before = remembered.get(key);
  if (before !== undefined) {
    return before;
  }
  const facts: unknown[] = [];
  remembered.set(key, facts);
  return facts;
}
