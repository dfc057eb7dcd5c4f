import type { Finding, Severity, Undecided } from './finding';

/**
 * Orders findings: the worst first, then by rule, place, message and data, so that the same input gives the same list.
 */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    RANKS[a.severity] - RANKS[b.severity] ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.at, b.at) ||
    compareText(a.message, b.message) ||
    compareText(JSON.stringify(a.data), JSON.stringify(b.data))
  );
}

// By number: findings are sorted more often than anything else is done with them.
const RANKS: Readonly<Record<Severity, number>> = {
  critical: 0,
  high: 1,
  medium: 2,
  low: 3,
  info: 4,
};

/** Orders what is undecided by rule, then by reason and permission. */
export function compareUndecided(a: Undecided, b: Undecided): number {
  return compareText(
    JSON.stringify([a.ruleId, a.because, a.needs]),
    JSON.stringify([b.ruleId, b.because, b.needs]),
  );
}

// By code unit: `localeCompare` differs from machine to machine.
function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
