// @ts-check
import { root } from '../setup/prepare.mjs';
import { SetupError } from '../setup/SetupError.mjs';
import { step } from '../setup/steps.mjs';
import { endGroup, startGroup } from './children.mjs';
import { entityRoles, guestToken } from './guest.mjs';
import { isBackendReady, isPageReady, until } from './readiness.mjs';

/** @typedef {import('../setup/prepare.mjs').Tools} Tools */
/** @typedef {import('./ports.mjs').Ports} Ports */

/**
 * `failed` resolves when the backend crashes: the command beneath goes on then, and waits for a change of the code.
 *
 * @typedef {{
 *   child: import('node:child_process').ChildProcess,
 *   ended: Promise<number>,
 *   failed: Promise<void>,
 * }} Portal
 */

const demoEntity = 'default/component/checkout';
const startMilliseconds = 240_000;
const scanMilliseconds = 60_000;
const catalogMilliseconds = 20_000;

/**
 * Starts the portal.
 *
 * @param {Tools} tools
 * @param {Ports} ports
 * @param {readonly string[]} args - for `backstage-cli repo start`, such as `--config FILE`
 * @returns {Portal}
 */
export function startPortal({ node, env, backstageCli }, ports, args) {
  const child = startGroup(node, [backstageCli, 'repo', 'start', ...args], {
    cwd: root,
    env: {
      // Quiet, so that what matters is seen; LOG_LEVEL=info shows every request.
      LOG_LEVEL: 'warn',
      BROWSER: 'none',
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
      ...env,
      PORT: String(ports.page),
      BACKEND_PORT: String(ports.backend),
    },
    output: 'pipe',
  });
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  /** @type {Promise<void>} */
  const failed = new Promise(resolve => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', data => saysCrash(String(data)) && resolve());
    }
  });
  const ended = new Promise(resolve => {
    child.once('error', () => resolve(1));
    child.once('exit', code => resolve(code ?? 1));
  });
  return { child, ended, failed };
}

/**
 * @param {string} output
 * @returns {boolean} whether it is the end of an exception that nobody caught, or of a plugin that did not start
 */
export function saysCrash(output) {
  return /^Node\.js v\d+\.\d+\.\d+$|Backend startup failed/m.test(output);
}

/**
 * Waits until the portal can be used, and says how far it is.
 *
 * @param {Ports} ports
 * @param {Portal} portal
 * @returns {Promise<string>} the path of the page to look at first
 * @throws {SetupError} when the portal fails before, or is not there after minutes
 */
export async function waitForPortal(ports, { child, ended, failed }) {
  const stop = new AbortController();
  const crashed = Promise.race([ended, failed]).then(() => {
    stop.abort();
    throw new SetupError(
      'The portal could not start; the reason is above. LOG_LEVEL=info npm start says more.',
    );
  });
  crashed.catch(() => {});
  const limits = {
    timeoutMilliseconds: startMilliseconds,
    signal: stop.signal,
  };
  const ready = async () => {
    await step('Starting the backend', async () =>
      orFail(
        await until(() => isBackendReady(ports.backend), limits),
        'backend',
      ),
    );
    await step('Building the page', async () =>
      orFail(await until(() => isPageReady(ports.page), limits), 'page'),
    );
    return step('Scanning the fleet', () => firstScan(ports, stop.signal));
  };
  try {
    return await Promise.race([ready(), crashed]);
  } catch (error) {
    await endGroup(child);
    throw error;
  }
}

/**
 * @param {boolean} done
 * @param {string} part
 */
function orFail(done, part) {
  if (!done) {
    throw new SetupError(
      `The ${part} did not come up within ${
        startMilliseconds / 60_000
      } minutes. LOG_LEVEL=info npm start says more.`,
    );
  }
}

/**
 * Waits for the demo's first scan. A portal of another configuration has no demo component: then there is nothing to
 * wait for.
 *
 * @param {Ports} ports
 * @param {AbortSignal} signal
 * @returns {Promise<string>} the path of the demo component's tab, or of the catalog where it is another one's
 */
async function firstScan({ backend }, signal) {
  const token = await guestToken(backend).catch(() => undefined);
  if (token === undefined) {
    return '/';
  }
  const roles = () => entityRoles(backend, token, demoEntity);
  const inCatalog = await until(async () => (await roles()).status === 200, {
    timeoutMilliseconds: catalogMilliseconds,
    signal,
  });
  if (!inCatalog) {
    return '/';
  }
  await until(async () => isScanned((await roles()).body), {
    timeoutMilliseconds: scanMilliseconds,
    signal,
  });
  return `/catalog/${demoEntity}/iam-roles`;
}

/**
 * @param {unknown} body - what the API answered
 * @returns {boolean}
 */
function isScanned(body) {
  return (
    typeof body === 'object' &&
    body !== null &&
    'scannedAt' in body &&
    typeof body.scannedAt === 'string'
  );
}
