/**
 * A set of numbered actions as ranges, `[first, end, first, end, ...]`: ascending, apart, `end` exclusive. Actions are
 * numbered by service and name, so that what policies write (`s3:*`, `s3:Get*`) is one range, and the algebra takes as
 * many steps as there are ranges.
 *
 * @public
 */
export type ActionSet = readonly number[];

/** @public */
export const NO_ACTIONS: ActionSet = [];

/** The set of these numbers, in any order, also repeated. */
export function setOf(actions: Iterable<number>): ActionSet {
  const sorted = Uint32Array.from(actions).sort();
  const ranges: number[] = [];
  for (const action of sorted) {
    appendRange(ranges, action, action + 1);
  }
  return ranges;
}

/** @public */
export function unite(a: ActionSet, b: ActionSet): ActionSet {
  if (a.length === 0) {
    return b;
  }
  if (b.length === 0) {
    return a;
  }
  const ranges: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (j >= b.length || (i < a.length && a[i] <= b[j])) {
      appendRange(ranges, a[i], a[i + 1]);
      i += 2;
    } else {
      appendRange(ranges, b[j], b[j + 1]);
      j += 2;
    }
  }
  return ranges;
}

/** The union of many: all their ranges in order. One by one, a hundred single actions would be copied a hundred times. */
export function uniteAll(sets: readonly ActionSet[]): ActionSet {
  if (sets.length < 2) {
    return sets[0] ?? NO_ACTIONS;
  }
  let length = 0;
  for (const set of sets) {
    length += set.length / 2;
  }
  // A range as one number, so that they sort as numbers do.
  const all = new Uint32Array(length);
  let at = 0;
  for (const set of sets) {
    for (let i = 0; i < set.length; i += 2) {
      all[at++] = set[i] * MOST_ACTIONS + set[i + 1];
    }
  }
  all.sort();
  const ranges: number[] = [];
  for (const range of all) {
    appendRange(ranges, Math.floor(range / MOST_ACTIONS), range % MOST_ACTIONS);
  }
  return ranges;
}

/** The catalogue can hold no more than this: two of its numbers make one of 32 bits. */
export const MOST_ACTIONS = 65_536;

/** @public */
export function intersect(a: ActionSet, b: ActionSet): ActionSet {
  if (a.length === 0 || b.length === 0) {
    return NO_ACTIONS;
  }
  // The smaller one leads, and the larger one is searched: categories have hundreds of ranges, statements a few.
  if (a.length > b.length) {
    return intersect(b, a);
  }
  const ranges: number[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    j = firstRangeEndingAfter(b, a[i], j);
    for (let k = j; k < b.length && b[k] < a[i + 1]; k += 2) {
      ranges.push(Math.max(a[i], b[k]), Math.min(a[i + 1], b[k + 1]));
    }
  }
  return ranges;
}

/** What `a` holds and `b` does not. @public */
export function subtract(a: ActionSet, b: ActionSet): ActionSet {
  if (a.length === 0 || b.length === 0) {
    return a;
  }
  const ranges: number[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    let first = a[i];
    const end = a[i + 1];
    j = firstRangeEndingAfter(b, first, j);
    for (let k = j; k < b.length && b[k] < end; k += 2) {
      if (b[k] > first) {
        ranges.push(first, b[k]);
      }
      first = Math.max(first, b[k + 1]);
    }
    if (first < end) {
      ranges.push(first, end);
    }
  }
  return ranges;
}

/** @public */
export function holds(set: ActionSet, action: number): boolean {
  const at = firstRangeEndingAfter(set, action, 0);
  return at < set.length && set[at] <= action;
}

/** Whether `outer` holds all of `inner`. @public */
export function includesAll(outer: ActionSet, inner: ActionSet): boolean {
  return subtract(inner, outer).length === 0;
}

/** @public */
export function sizeOf(set: ActionSet): number {
  let size = 0;
  for (let i = 0; i < set.length; i += 2) {
    size += set[i + 1] - set[i];
  }
  return size;
}

/** The numbers of the set, ascending. @public */
export function* actionsIn(set: ActionSet): Generator<number> {
  for (let i = 0; i < set.length; i += 2) {
    for (let action = set[i]; action < set[i + 1]; action++) {
      yield action;
    }
  }
}

/** Those of the set that fit. */
export function keepWhere(
  set: ActionSet,
  fits: (action: number) => boolean,
): ActionSet {
  return setOf([...actionsIn(set)].filter(fits));
}

// Ranges that touch become one.
function appendRange(ranges: number[], first: number, end: number): void {
  const last = ranges.length - 1;
  if (last > 0 && first <= ranges[last]) {
    ranges[last] = Math.max(ranges[last], end);
  } else {
    ranges.push(first, end);
  }
}

// Index of the first range that ends behind the action, from a range on: a binary search.
function firstRangeEndingAfter(
  set: ActionSet,
  action: number,
  from: number,
): number {
  let low = from >> 1;
  let high = set.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (set[2 * middle + 1] <= action) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return 2 * low;
}
