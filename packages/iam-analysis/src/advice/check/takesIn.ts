import type { Home } from '../../grants/home';
import { ResourcePattern } from '../../grants/ResourcePattern';
import type { Clause, Principal, Principals } from '../../policy/types';
import { covers, intersects } from '../../policy/wildcard';

/** What two patterns of the same kind have to do with each other. */
type Algebra = Readonly<{
  isEverything: (pattern: string) => boolean;
  covers: (outer: string, inner: string) => boolean;
  /** `false` is certain. */
  meets: (a: string, b: string) => boolean;
}>;

/** A part of a clause that can be looked for alone: one pattern, or all of what `NotAction` leaves. */
export type Part = Clause;

/** A clause in parts, which together are the clause. */
export function partsOf({ kind, patterns }: Clause): Part[] {
  return kind === 'only'
    ? patterns.map(pattern => ({ kind, patterns: [pattern] }))
    : [{ kind, patterns }];
}

/** Whether actions take in a part of others, also of actions that AWS will add. `false` means "not known to". */
export function takesInActions(outer: Clause, part: Part): boolean {
  return takesIn(outer, part, {
    isEverything: pattern => covers(pattern, '?*:?*'),
    covers: (a, b) => covers(a.toLowerCase(), b.toLowerCase()),
    meets: (a, b) => intersects(a.toLowerCase(), b.toLowerCase()),
  });
}

/** Whether resources take in a part of others. `false` means "not known to". */
export function takesInResources(
  outer: Clause,
  part: Part,
  home: Home,
): boolean {
  const of = (pattern: string) => ResourcePattern.of(pattern, home);
  return takesIn(outer, part, {
    isEverything: pattern => of(pattern).isEverything,
    covers: (a, b) => of(a).covers(of(b)),
    meets: (a, b) => of(a).meets(of(b)),
  });
}

function takesIn(outer: Clause, part: Part, algebra: Algebra): boolean {
  switch (outer.kind) {
    case 'only':
      return part.kind === 'only'
        ? part.patterns.every(inner =>
            outer.patterns.some(each => algebra.covers(each, inner)),
          )
        : outer.patterns.some(algebra.isEverything);
    case 'all-but':
      return part.kind === 'only'
        ? !outer.patterns.some(out =>
            part.patterns.some(inner => algebra.meets(out, inner)),
          )
        : outer.patterns.every(out =>
            part.patterns.some(each => algebra.covers(each, out)),
          );
    default:
      return outer satisfies never;
  }
}

/** Whether principals take in one, or all of what `NotPrincipal` leaves. `false` means "not known to". */
export function takesInPrincipals(
  outer: Principals,
  part: Principals,
): boolean {
  const named = (principal: Principal) =>
    outer.principals.some(each => isSame(each, principal));
  switch (outer.kind) {
    case 'only':
      return (
        outer.principals.some(isEveryone) ||
        (part.kind === 'only' && part.principals.every(named))
      );
    case 'all-but':
      return part.kind === 'only'
        ? part.principals.every(each => !isEveryone(each) && !named(each))
        : outer.principals.every(out =>
            part.principals.some(each => isSame(each, out)),
          );
    default:
      return outer.kind satisfies never;
  }
}

/** Principals in parts, which together are the principals. */
export function principalParts({ kind, principals }: Principals): Principals[] {
  return kind === 'only'
    ? principals.map(each => ({ kind, principals: [each] }))
    : [{ kind, principals }];
}

function isEveryone({ value }: Principal): boolean {
  return value === '*';
}

function isSame(a: Principal, b: Principal): boolean {
  return a.type === b.type && a.value === b.value;
}
