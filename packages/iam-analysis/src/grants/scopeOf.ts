import { isRestrictable, signatureOf } from '../catalogue/catalogue';
import type { ResourceType } from '../catalogue/ServiceTable';
import type { Reach } from './grant';
import { widerOf, type Scope } from './ResourcePattern';

/**
 * How far a statement reaches with one of its actions.
 *
 * @param reach - a statement
 * @param action - one that it names
 * @returns `all`: every resource of a type of the action in the account. `none`: no resource that the action takes. An
 *   action without resource types is granted only by a pattern that matches `*`
 * @public
 */
export function scopeOf(reach: Reach, action: number): Scope {
  if (reach.everything) {
    return 'all';
  }
  const types = typesMeant(reach, action);
  switch (reach.resources.kind) {
    case 'only':
      return types.length === 0
        ? scopeOnStar(reach.patterns.some(each => each.matchesStar))
        : widestOn(reach, types);
    case 'all-but':
      return types.length === 0
        ? scopeOnStar(!reach.patterns.some(each => each.matchesStar))
        : scopeOnStar(!types.every(type => widestOn(reach, [type]) === 'all'));
    default:
      return reach.resources satisfies never;
  }
}

// "With `arn:aws:s3:::*`, `NotAction` reaches only the actions of S3": not those of other services that may take a bucket.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
function typesMeant(
  { namesServices }: Reach,
  action: number,
): readonly ResourceType[] {
  const { types, own } = signatureOf(action);
  return namesServices ? types : own;
}

function scopeOnStar(reached: boolean): Scope {
  return reached ? 'all' : 'none';
}

function widestOn({ patterns }: Reach, types: readonly ResourceType[]): Scope {
  let widest: Scope = 'none';
  for (const type of types) {
    for (const pattern of patterns) {
      widest = widerOf(widest, pattern.scopeOn(type));
      if (widest === 'all') {
        return widest;
      }
    }
  }
  return widest;
}

/**
 * Whether, with an action, `outer` reaches all that `inner` does. Pattern by pattern: that two patterns take in a third
 * only together is not seen, so `false` means "not known to".
 */
export function reachesAllOf(
  outer: Reach,
  inner: Reach,
  action: number,
): boolean {
  if (outer.everything || reachesWholeAccount(outer, action)) {
    return true;
  }
  if (!isRestrictable(action)) {
    return scopeOf(outer, action) === 'all';
  }
  if (inner.resources.kind === 'all-but') {
    return (
      outer.resources.kind === 'all-but' &&
      outer.patterns.every(out => inner.patterns.some(each => each.covers(out)))
    );
  }
  const { types } = signatureOf(action);
  const relevant = inner.patterns.filter(pattern =>
    types.some(type => pattern.scopeOn(type) !== 'none'),
  );
  return relevant.every(pattern =>
    outer.resources.kind === 'only'
      ? outer.patterns.some(each => each.covers(pattern))
      : !outer.patterns.some(each => each.meets(pattern)),
  );
}

/** Whether, with an action, there may be something that both reach; `false` is certain. */
export function reachesMeet(a: Reach, b: Reach, action: number): boolean {
  if (scopeOf(a, action) === 'none' || scopeOf(b, action) === 'none') {
    return false;
  }
  if (a.everything || b.everything) {
    return true;
  }
  if (a.resources.kind === 'only') {
    return b.resources.kind === 'only'
      ? a.patterns.some(left => b.patterns.some(right => left.meets(right)))
      : leavesSome(b, a);
  }
  return b.resources.kind === 'only' ? leavesSome(a, b) : true;
}

// Whether what `allBut` leaves out leaves something of what `named` names.
function leavesSome(allBut: Reach, named: Reach): boolean {
  return named.patterns.some(
    pattern => !allBut.patterns.some(out => out.covers(pattern)),
  );
}

// Every resource of a type that each request names; else of every type that the action takes.
function reachesWholeAccount(
  { resources, patterns }: Reach,
  action: number,
): boolean {
  const { types, required } = signatureOf(action);
  if (types.length === 0) {
    return false;
  }
  const takesIn = (type: ResourceType) =>
    resources.kind === 'only'
      ? patterns.some(each => each.scopeOn(type) === 'all')
      : patterns.every(each => each.scopeOn(type) === 'none');
  return required.length > 0 ? required.some(takesIn) : types.every(takesIn);
}
