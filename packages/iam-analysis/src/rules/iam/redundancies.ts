import {
  includesAll,
  intersect,
  type ActionSet,
} from '../../catalogue/actionSet';
import { expandAction } from '../../catalogue/expandAction';
import type { Reach } from '../../grants/grant';
import {
  comparisons,
  isUnderConditionsOf,
  resourcesCover,
} from '../../grants/reachCovers';
import { covers } from '../../policy/wildcard';
import { isWrittenByAws } from './awsManaged';

/** A statement that others cover, or actions of one. */
export type Redundancy = Readonly<
  { at: string } & (
    | { message: 'statement'; data: { statements: readonly string[] } }
    | {
        message: 'actions';
        data: { actions: readonly string[]; statements: readonly string[] };
      }
  )
>;

/**
 * @param reaches - statements of one effect
 * @returns at most one a statement, in their order
 * @remarks
 * Each statement is compared with each other one. A role has a few dozen; of one that is filled up to the limits of IAM,
 * what the budget does not reach is not told.
 */
export function* redundanciesIn(
  reaches: readonly Reach[],
): Generator<Redundancy> {
  const budget = { left: MOST_COMPARISONS };
  for (let index = 0; index < reaches.length; index++) {
    const redundancy = isWrittenByAws(reaches[index].at)
      ? null
      : redundancyOf(reaches, index, budget);
    if (redundancy) {
      yield redundancy;
    }
  }
}

const MOST_COMPARISONS = 6_000;

type Budget = { left: number };

function redundancyOf(
  reaches: readonly Reach[],
  index: number,
  budget: Budget,
): Redundancy | null {
  const inner = reaches[index];
  const { at } = inner;
  const actions = new Set<string>();
  const statements = new Set<string>();
  for (const [position, outer] of reaches.entries()) {
    if (position === index || !isWithin(inner, outer, budget)) {
      continue;
    }
    const isLater = position > index;
    if (saysAll(outer, inner) && !(isLater && isEqual(outer, inner))) {
      return { at, message: 'statement', data: { statements: [outer.at] } };
    }
    const within =
      isLater && reachesAlike(outer, inner)
        ? patternsUnder(inner, outer, budget)
        : patternsWithin(inner, outer);
    within.forEach(pattern => {
      actions.add(pattern);
      statements.add(outer.at);
    });
  }
  repeatedPatterns(inner, budget).forEach(pattern => {
    actions.add(pattern);
    statements.add(at);
  });
  return actions.size === 0
    ? null
    : {
        at,
        message: 'actions',
        data: { actions: [...actions], statements: [...statements] },
      };
}

// With the same actions in common, on no more resources and under no fewer conditions.
function isWithin(inner: Reach, outer: Reach, budget: Budget): boolean {
  if (
    budget.left < 0 ||
    areApart(outer.known, inner.known) ||
    !isUnderConditionsOf(inner, outer)
  ) {
    return false;
  }
  budget.left -= 1 + Math.min(outer.known.length, inner.known.length) / 8;
  if (intersect(outer.known, inner.known).length === 0) {
    return false;
  }
  budget.left -= comparisons(outer, inner);
  return budget.left >= 0 && resourcesCover(outer, inner);
}

// Most statements are about one service, and another one's actions all come before or behind.
function areApart(a: ActionSet, b: ActionSet): boolean {
  return (
    a.length === 0 ||
    b.length === 0 ||
    a[a.length - 1] <= b[0] ||
    b[b.length - 1] <= a[0]
  );
}

function saysAll(outer: Reach, inner: Reach): boolean {
  return (
    inner.unknownActions.length === 0 && includesAll(outer.known, inner.known)
  );
}

function isEqual(outer: Reach, inner: Reach): boolean {
  return saysAll(inner, outer) && reachesAlike(outer, inner);
}

// Given that the outer one reaches no less.
function reachesAlike(outer: Reach, inner: Reach): boolean {
  return isUnderConditionsOf(outer, inner) && resourcesCover(inner, outer);
}

function patternsWithin({ actions }: Reach, outer: Reach): readonly string[] {
  return actions.kind === 'all-but'
    ? []
    : actions.patterns.filter(pattern => {
        const named = expandAction(pattern);
        return named.length > 0 && includesAll(outer.known, named);
      });
}

// Of two statements that reach alike, each covers the other: what is written alike is told of the later one.
function patternsUnder(
  { actions }: Reach,
  outer: Reach,
  budget: Budget,
): readonly string[] {
  if (actions.kind === 'all-but' || outer.actions.kind === 'all-but') {
    return [];
  }
  const wider = outer.actions.patterns
    .filter(pattern => /[*?]/.test(pattern))
    .map(pattern => pattern.toLowerCase());
  budget.left -= wider.length * actions.patterns.length;
  return budget.left < 0
    ? []
    : actions.patterns.filter(pattern => isUnder(pattern.toLowerCase(), wider));
}

function isUnder(pattern: string, wider: readonly string[]): boolean {
  return wider.some(each => each !== pattern && covers(each, pattern));
}

// Patterns of a statement that another pattern of it takes in.
function repeatedPatterns({ actions }: Reach, budget: Budget): string[] {
  const { patterns } = actions;
  if (patterns.length === 1) {
    return [];
  }
  const lower = patterns.map(pattern => pattern.toLowerCase());
  const wildcards = [...new Set(lower.filter(each => /[*?]/.test(each)))];
  budget.left -= (wildcards.length * lower.length) / 8;
  const seen = new Set<string>();
  return patterns.filter((_, index) => {
    const isSeen = seen.has(lower[index]);
    seen.add(lower[index]);
    return isSeen || (budget.left >= 0 && isUnder(lower[index], wildcards));
  });
}
