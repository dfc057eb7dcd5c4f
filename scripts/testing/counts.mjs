// @ts-check

/**
 * How many tests passed, failed, and were skipped by themselves.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** @type {Counts} */
export const noTests = { passed: 0, failed: 0, skipped: 0 };

/** What a suite counts as that crashed before it could say anything. @type {Counts} */
export const crashed = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    noTests,
  );
}

/**
 * The last line of a run. Skipped tests are told in lines of their own before it.
 *
 * @param {Counts} counts
 * @returns {string}
 */
export function summaryLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * A program that fails although none of its tests did (a leak, a broken configuration) counts as one failure.
 *
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
export function withExitCode(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0
    ? { ...counts, failed: 1 }
    : counts;
}

/**
 * Reads `jest --json`. A file that crashed before its tests ran counts as one failure.
 *
 * @param {unknown} report
 * @returns {Counts}
 */
export function countsOfJest(report) {
  return {
    passed: numberIn(report, 'numPassedTests'),
    failed:
      numberIn(report, 'numFailedTests') +
      numberIn(report, 'numRuntimeErrorTestSuites'),
    skipped:
      numberIn(report, 'numPendingTests') + numberIn(report, 'numTodoTests'),
  };
}

/**
 * Reads Playwright's JSON report. A test that passed at the second attempt only is a failure.
 *
 * @param {unknown} report
 * @returns {Counts}
 */
export function countsOfPlaywright(report) {
  const stats = valueIn(report, 'stats');
  const errors = valueIn(report, 'errors');
  const failed = numberIn(stats, 'unexpected') + numberIn(stats, 'flaky');
  const broken = Array.isArray(errors) && errors.length > 0 && failed === 0;
  return {
    passed: numberIn(stats, 'expected'),
    failed: broken ? 1 : failed,
    skipped: numberIn(stats, 'skipped'),
  };
}

/**
 * Reads the end of a TAP report of `node --test`.
 *
 * @param {string} tap
 * @returns {Counts}
 */
export function countsOfNodeTest(tap) {
  const count = (/** @type {string} */ name) =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  if (!/^# tests \d+$/m.test(tap)) {
    return crashed;
  }
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}

/**
 * @param {unknown} object
 * @param {string} key
 * @returns {unknown}
 */
function valueIn(object, key) {
  return typeof object === 'object' && object !== null
    ? /** @type {Record<string, unknown>} */ (object)[key]
    : undefined;
}

/**
 * @param {unknown} object
 * @param {string} key
 * @returns {number}
 */
function numberIn(object, key) {
  const value = valueIn(object, key);
  return typeof value === 'number' ? value : 0;
}
