import { wholeArn } from '../policy/arnPattern';
import { covers, intersects } from '../policy/wildcard';
import type { Clause } from '../policy/types';

/**
 * Action patterns compare without regard to letter case; a pattern that takes in every action reads `*`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function comparableActions(clause: Clause): Clause {
  return remembered(comparedActions, clause, comparableAction);
}

function comparableAction(pattern: string): string {
  const lower = pattern.toLowerCase();
  return covers(lower, '?*:?*') ? '*' : lower;
}

const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov'];

/**
 * Resource patterns compare as whole ARNs: the missing segments of a short ARN read `*`, and a pattern that takes in
 * every ARN of a partition reads `*`.
 */
export function comparableResources(clause: Clause): Clause {
  return remembered(comparedResources, clause, comparableResource);
}

function comparableResource(pattern: string): string {
  const full = wholeArn(pattern);
  return PARTITIONS.some(p => covers(full, `arn:${p}:*:*:*:*`)) ? '*' : full;
}

// A clause never changes, and every rule compares it again.
const comparedActions = new WeakMap<Clause, Clause>();
const comparedResources = new WeakMap<Clause, Clause>();

function remembered(
  memory: WeakMap<Clause, Clause>,
  clause: Clause,
  compare: (pattern: string) => string,
): Clause {
  const before = memory.get(clause);
  if (before) {
    return before;
  }
  const { kind, patterns } = clause;
  const compared: Clause = { kind, patterns: patterns.map(compare) };
  memory.set(clause, compared);
  return compared;
}

/**
 * Whether `outer` takes in all of `inner`. Pattern by pattern: that two patterns cover a third only together is not
 * seen, so `false` means "not known to".
 */
export function clauseCovers(outer: Clause, inner: Clause): boolean {
  if (inner.kind === 'only') {
    return inner.patterns.every(pattern => coversPattern(outer, pattern));
  }
  return outer.kind === 'only'
    ? outer.patterns.includes('*')
    : outer.patterns.every(left =>
        inner.patterns.some(out => covers(out, left)),
      );
}

/** Whether the clause takes in all of one pattern. */
export function coversPattern(outer: Clause, pattern: string): boolean {
  return outer.kind === 'only'
    ? outer.patterns.some(each => covers(each, pattern))
    : !outer.patterns.some(out => mayMeet(out, pattern));
}

/**
 * Whether the clause takes in a pattern but for single exceptions: `NotAction: iam:CreateUser` holds nearly all of
 * `iam:*`, and to call it harmless would be wrong.
 */
export function coversNearly(outer: Clause, pattern: string): boolean {
  return outer.kind === 'only'
    ? outer.patterns.some(each => covers(each, pattern))
    : !outer.patterns.some(out => covers(out, pattern));
}

/** Whether the clauses may have something in common; `false` is certain. */
export function clausesMeet(a: Clause, b: Clause): boolean {
  if (a.kind === 'only') {
    return a.patterns.some(pattern => meetsPattern(b, pattern));
  }
  return b.kind === 'only' ? clausesMeet(b, a) : true;
}

function meetsPattern(clause: Clause, pattern: string): boolean {
  return clause.kind === 'only'
    ? clause.patterns.some(each => mayMeet(each, pattern))
    : !clause.patterns.some(out => covers(out, pattern));
}

// A policy variable can become any text.
function mayMeet(a: string, b: string): boolean {
  return intersects(withoutVariables(a), withoutVariables(b));
}

function withoutVariables(pattern: string): string {
  return pattern.replace(/\$\{[^}]{2,}\}/g, '*');
}
