import type { Condition } from '../policy/types';
import type { Reach } from './grant';

/**
 * Whether, whatever the action, the resources of one statement take in those of another. Pattern by pattern, as
 * `reachesAllOf`, but without the catalogue: `false` means "not known to".
 */
export function resourcesCover(outer: Reach, inner: Reach): boolean {
  if (outer.everything) {
    return true;
  }
  if (inner.resources.kind === 'all-but') {
    return (
      outer.resources.kind === 'all-but' &&
      outer.patterns.every(out => inner.patterns.some(each => each.covers(out)))
    );
  }
  return inner.patterns.every(pattern =>
    outer.resources.kind === 'only'
      ? outer.patterns.some(each => each.text === pattern.text) ||
        // `arn:*` takes in no request on `*`.
        (!pattern.matchesStar &&
          outer.patterns.some(each => each.covers(pattern)))
      : !outer.patterns.some(each => each.meets(pattern)),
  );
}

/** Whether, whatever the action, there may be a resource that both take in; `false` is certain. */
export function resourcesMeet(a: Reach, b: Reach): boolean {
  if (a.resources.kind === 'all-but') {
    return b.resources.kind === 'all-but' || resourcesMeet(b, a);
  }
  return b.resources.kind === 'only'
    ? a.patterns.some(left => b.patterns.some(right => left.meets(right)))
    : a.patterns.some(left => !b.patterns.some(out => out.covers(left)));
}

/** How many patterns these functions compare at most: for who has to bound the work. */
export function comparisons(outer: Reach, inner: Reach): number {
  return outer.everything
    ? 1
    : 1 + outer.patterns.length * inner.patterns.length;
}

/** Whether a statement stands under each condition of another, and perhaps more. */
export function isUnderConditionsOf(inner: Reach, outer: Reach): boolean {
  return (
    outer.conditions.length <= inner.conditions.length &&
    outer.conditions.every(condition =>
      inner.conditions.some(each => isSame(each, condition)),
    )
  );
}

function isSame(a: Condition, b: Condition): boolean {
  return (
    a.operator.toLowerCase() === b.operator.toLowerCase() &&
    a.key.toLowerCase() === b.key.toLowerCase() &&
    a.set === b.set &&
    a.ifExists === b.ifExists &&
    a.values.length === b.values.length &&
    a.values.every((value, index) => value === b.values[index])
  );
}
