import {
  asList,
  fault,
  itemUnder,
  typeName,
  under,
  type Place,
} from './faultList';
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
  const onlyThese = fields[only];
  const allButThese = fields[allBut];
  if (onlyThese !== undefined && allButThese !== undefined) {
    return fault(place, `has both ${only} and ${allBut}; expected one of them`);
  }
  if (onlyThese !== undefined) {
    const patterns = parsePatterns(onlyThese, grammar, place, only);
    return patterns && { kind: 'only', patterns };
  }
  if (allButThese !== undefined) {
    const patterns = parsePatterns(allButThese, grammar, place, allBut);
    return patterns && { kind: 'all-but', patterns };
  }
  return fault(place, `has neither ${only} nor ${allBut}`);
}

// One wrong entry makes the clause unknown: with the entry left out, `NotAction` would grant more than is written.
function parsePatterns(
  value: unknown,
  { fits, expected }: ClauseGrammar,
  place: Place,
  name: string,
): string[] | null {
  const items = asList(value);
  if (items.length === 0) {
    return fault(under(place, name), `expected at least one of ${expected}`);
  }
  const patterns: string[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (typeof item === 'string') {
      if (!fits(item)) {
        // It is kept: it matches nothing, and the rest of the statement holds.
        fault(
          itemUnder(under(place, name), value, index),
          `expected ${expected}, found '${item}'`,
        );
      }
      patterns.push(item);
    } else {
      fault(
        itemUnder(under(place, name), value, index),
        `expected a string, found ${typeName(item)}`,
      );
    }
  }
  return patterns.length === items.length ? patterns : null;
}
