// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endGroup, startGroup } from '../portal/children.mjs';
import { freePort } from '../portal/ports.mjs';
import {
  countsOfJest,
  countsOfNodeTest,
  countsOfPlaywright,
  crashed,
  withExitCode,
} from './counts.mjs';

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {import('../setup/prepare.mjs').Tools} Tools
 * @typedef {{ root: string, tools: Tools, env: Record<string, string | undefined> }} Workplace
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** The programs that run now. */
export function runningSuites() {
  return [...running];
}

/**
 * A check that is no test: it holds or it does not.
 *
 * @param {Workplace} workplace
 * @param {readonly string[]} args - a script below `node_modules`, and its arguments
 * @returns {Promise<Counts>}
 */
export async function runCheck(workplace, [script, ...args]) {
  const path = join(workplace.root, 'node_modules', script);
  const code = await run(workplace, [path, ...args]);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : crashed;
}

/**
 * The tests of the scripts themselves, with Node's test runner.
 *
 * @param {Workplace} workplace
 * @param {readonly string[]} files
 * @returns {Promise<Counts>}
 */
export async function runScriptTests(workplace, files) {
  const report = freshReport(workplace.root, 'scripts.tap');
  const code = await run(workplace, [
    '--test',
    '--test-reporter=dot',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
    ...files,
  ]);
  const tap = existsSync(report) ? readFileSync(report, 'utf8') : '';
  const counts = withExitCode(countsOfNodeTest(tap), code);
  if (counts.failed > 0) {
    console.log(tap);
  }
  return counts;
}

/**
 * The tests of the packages.
 *
 * @param {Workplace} workplace
 * @param {readonly string[]} args - for Jest
 * @returns {Promise<Counts>}
 */
export async function runJest(workplace, args) {
  const report = freshReport(workplace.root, 'jest.json');
  const code = await run(workplace, [
    workplace.tools.backstageCli,
    'repo',
    'test',
    // Without it, the command waits for changes and tests again.
    '--watchAll=false',
    '--maxWorkers=2',
    '--workerIdleMemoryLimit=800M',
    '--json',
    `--outputFile=${report}`,
    ...args,
  ]);
  return withExitCode(countsIn(report, countsOfJest), code);
}

/**
 * The portal in a browser.
 *
 * @param {Workplace} workplace
 * @param {readonly string[]} args - for Playwright
 * @returns {Promise<Counts>}
 */
export async function runPlaywright(workplace, args) {
  const report = freshReport(workplace.root, 'playwright.json');
  const cli = join(workplace.root, 'node_modules/@playwright/test/cli.js');
  const env = {
    ...workplace.env,
    E2E_PORT: String(await freePort()),
    E2E_BACKEND_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const code = await run({ ...workplace, env }, [
    cli,
    'test',
    '--reporter=list,json',
    ...args,
  ]);
  return withExitCode(countsIn(report, countsOfPlaywright), code);
}

/**
 * @param {Workplace} workplace
 * @param {readonly string[]} args - for Node
 * @returns {Promise<number>} the exit code
 */
async function run({ root, tools, env }, args) {
  const child = startGroup(tools.node, args, { cwd: root, env });
  running.add(child);
  try {
    return await new Promise(resolve => {
      child.once('error', () => resolve(1));
      child.once('exit', code => resolve(code ?? 1));
    });
  } finally {
    await endGroup(child);
    running.delete(child);
  }
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {string} the path of a report that is not there yet
 */
function freshReport(root, name) {
  const folder = join(root, '.cache', 'test');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  rmSync(path, { force: true });
  return path;
}

/**
 * @param {string} report
 * @param {(report: unknown) => Counts} read
 * @returns {Counts}
 */
function countsIn(report, read) {
  return existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')))
    : crashed;
}
