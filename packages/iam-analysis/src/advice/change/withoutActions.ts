import { intersect, subtract, type ActionSet } from '../../catalogue/actionSet';
import { EVERY_ACTION } from '../../catalogue/catalogue';
import { expandAction } from '../../catalogue/expandAction';
import type { Clause } from '../../policy/types';
import { covers } from '../../policy/wildcard';
import { nameActions, onlyReads } from './nameActions';

/**
 * Takes actions out of `Action` or `NotAction`. A wildcard that takes in some of them becomes the rest of what it takes in;
 * every pattern of the result is part of one that was there, so it never grants more, nor will it when AWS adds actions.
 *
 * @param clause - of a statement
 * @param actions - to be taken out
 * @returns `null` when nothing is left
 */
export function withoutActions(
  clause: Clause,
  actions: ActionSet,
): Clause | null {
  if (clause.kind === 'all-but') {
    return allBut(clause.patterns, actions);
  }
  if (clause.patterns.some(isEverything)) {
    return allBut([], actions);
  }
  const patterns = clause.patterns.flatMap(each => rest(each, actions));
  return patterns.length === 0
    ? null
    : { kind: 'only', patterns: [...new Set(patterns)] };
}

function isEverything(pattern: string): boolean {
  return covers(pattern, '?*:?*');
}

function allBut(excepted: readonly string[], actions: ActionSet): Clause {
  const known = excepted.reduce<ActionSet>(
    (left, pattern) => subtract(left, expandAction(pattern)),
    intersect(EVERY_ACTION, actions),
  );
  const names = nameActions(known, () => true);
  return { kind: 'all-but', patterns: [...excepted, ...names] };
}

function rest(pattern: string, actions: ActionSet): string[] {
  const named = expandAction(pattern);
  if (intersect(named, actions).length === 0) {
    return [pattern];
  }
  const left = subtract(named, actions);
  const isPart = (part: string) =>
    covers(pattern.toLowerCase(), part.toLowerCase());
  const precise = nameActions(
    left,
    (part, all) => isPart(part) && onlyReads(part, all),
  );
  return lengthOf(precise) <= LONG
    ? precise
    : nameActions(left, part => isPart(part));
}

// An inline policy of a role has 10,240 characters for all of its policies together: EC2 by name would take them all.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
const LONG = 2_500;

function lengthOf(patterns: readonly string[]): number {
  return patterns.reduce((sum, { length }) => sum + length + 3, 0);
}
