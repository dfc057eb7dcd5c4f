// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  countsOfJest,
  countsOfNodeTest,
  countsOfPlaywright,
  sum,
  summaryLine,
  withExitCode,
} from './counts.mjs';

describe('summaryLine', () => {
  it('is the same whether tests were skipped or not', () => {
    assert.equal(
      summaryLine({ passed: 12, failed: 0, skipped: 3 }),
      '12 passed, 0 failed',
    );
  });
});

describe('sum', () => {
  it('adds up suites', () => {
    assert.deepEqual(
      sum([
        { passed: 1, failed: 0, skipped: 2 },
        { passed: 10, failed: 3, skipped: 0 },
      ]),
      { passed: 11, failed: 3, skipped: 2 },
    );
  });
});

describe('withExitCode', () => {
  it('counts a program that fails although its tests passed', () => {
    assert.deepEqual(withExitCode({ passed: 5, failed: 0, skipped: 0 }, 1), {
      passed: 5,
      failed: 1,
      skipped: 0,
    });
  });

  it('does not count a failure twice', () => {
    assert.deepEqual(withExitCode({ passed: 5, failed: 2, skipped: 0 }, 1), {
      passed: 5,
      failed: 2,
      skipped: 0,
    });
  });
});

describe('countsOfJest', () => {
  it('counts a file that crashed before its tests as failed', () => {
    assert.deepEqual(
      countsOfJest({
        numPassedTests: 7,
        numFailedTests: 1,
        numRuntimeErrorTestSuites: 2,
        numPendingTests: 1,
        numTodoTests: 1,
      }),
      { passed: 7, failed: 3, skipped: 2 },
    );
  });
});

describe('countsOfPlaywright', () => {
  it('does not forgive a flaky test', () => {
    assert.deepEqual(
      countsOfPlaywright({
        stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 },
        errors: [],
      }),
      { passed: 4, failed: 2, skipped: 0 },
    );
  });

  it('counts a portal that does not start', () => {
    assert.deepEqual(
      countsOfPlaywright({
        stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
        errors: [{ message: 'Timed out waiting for the web server' }],
      }),
      { passed: 0, failed: 1, skipped: 0 },
    );
  });
});

describe('countsOfNodeTest', () => {
  it('reads the end of a TAP report', () => {
    assert.deepEqual(
      countsOfNodeTest(
        '# tests 6\n# suites 2\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n',
      ),
      { passed: 3, failed: 2, skipped: 1 },
    );
  });

  it('takes a report without an end for a crash', () => {
    assert.deepEqual(countsOfNodeTest('TAP version 13\n'), {
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });
});
