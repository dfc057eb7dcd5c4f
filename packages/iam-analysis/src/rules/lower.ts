import { severities, type Severity } from '../analysis/finding';

/** One level lower; `info` stays `info`. */
export function lower(severity: Severity): Severity {
  const next = Math.min(
    severities.indexOf(severity) + 1,
    severities.length - 1,
  );
  return severities[next];
}
