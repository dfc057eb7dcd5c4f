import { asList, fault, typeName, under, type Place } from './faultList';
import type { Clause } from './types';

/** The two forms of a clause, such as `Action` and `NotAction`, and what its patterns look like. */
export type ClauseGrammar = Readonly<{
  only: string;
  allBut: string;
  fits: (pattern: string) => boolean;
  expected: string;
}>;

/**
 * Parses `Action` or `NotAction`, `Resource` or `NotResource`.
 *
 * @returns `null` when there are both, neither, or none that is a pattern
 */
export function parseClause(
  fields: Readonly<Record<string, unknown>>,
  grammar: ClauseGrammar,
  place: Place,
): Clause | null {
  const { only, allBut } = grammar;
  if (fields[only] !== undefined && fields[allBut] !== undefined) {
    return fault(place, `has both ${only} and ${allBut}; expected one of them`);
  }
  if (fields[only] !== undefined) {
    const patterns = parsePatterns(fields[only], grammar, under(place, only));
    return patterns && { kind: 'only', patterns };
  }
  if (fields[allBut] !== undefined) {
    const patterns = parsePatterns(
      fields[allBut],
      grammar,
      under(place, allBut),
    );
    return patterns && { kind: 'all-but', patterns };
  }
  return fault(place, `has neither ${only} nor ${allBut}`);
}

// One wrong entry makes the clause unknown: with the entry left out, `NotAction` would grant more than is written.
function parsePatterns(
  value: unknown,
  { fits, expected }: ClauseGrammar,
  place: Place,
): string[] | null {
  const items = asList(value);
  if (items.length === 0) {
    return fault(place, `expected at least one of ${expected}`);
  }
  const patterns: string[] = [];
  items.forEach((item, index) => {
    const itemPlace = Array.isArray(value) ? under(place, index) : place;
    if (typeof item !== 'string') {
      fault(itemPlace, `expected a string, found ${typeName(item)}`);
      return;
    }
    if (!fits(item)) {
      // It is kept: it matches nothing, and the rest of the statement holds.
      fault(itemPlace, `expected ${expected}, found '${item}'`);
    }
    patterns.push(item);
  });
  return patterns.length === items.length ? patterns : null;
}
