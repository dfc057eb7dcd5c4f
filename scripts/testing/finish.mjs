// @ts-check
import { summaryLine } from './counts.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * Prints the end of a run and ends this process: with code 1 when something failed.
 *
 * @param {Counts} total
 * @param {readonly string[]} skipped - the suites that were left out, each with its reason
 * @returns {void}
 */
export function finish(total, skipped) {
  console.log();
  for (const sentence of skipped) {
    console.log(`Skipped ${sentence}`);
  }
  if (total.skipped > 0) {
    console.log(`Skipped ${total.skipped} tests within suites that ran`);
  }
  console.log(summaryLine(total));
  endWith(total.failed > 0 ? 1 : 0);
}

/**
 * Ends this process when all output is written. `process.exitCode` alone does not do: the exit hook of the PostgreSQL
 * package ends a process with 0 whatever it says.
 *
 * @param {number} code
 * @returns {void}
 */
export function endWith(code) {
  process.stdout.write('', () => process.exit(code));
}
