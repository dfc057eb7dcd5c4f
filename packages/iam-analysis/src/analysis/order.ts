import { severities, type Finding, type Undecided } from './finding';

/**
 * Orders findings: the worst first, then by rule, place, message and data, so that the same input gives the same list.
 */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compareText(keyOf(a), keyOf(b))
  );
}

/** Orders what is undecided by rule, then by reason and permission. */
export function compareUndecided(a: Undecided, b: Undecided): number {
  return compareText(
    JSON.stringify([a.ruleId, a.because, a.needs]),
    JSON.stringify([b.ruleId, b.because, b.needs]),
  );
}

function keyOf({ ruleId, at, message, data }: Finding): string {
  return JSON.stringify([ruleId, at, message, data]);
}

// By code unit: `localeCompare` differs from machine to machine.
function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
