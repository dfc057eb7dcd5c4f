// @ts-check
import { setTimeout as wait } from 'node:timers/promises';

const pauseMilliseconds = 250;

/**
 * Asks again and again, until the answer is yes.
 *
 * @param {() => Promise<boolean>} ask - an exception counts as no
 * @param {{ timeoutMilliseconds: number, signal: AbortSignal }} limits
 * @returns {Promise<boolean>} `false` when the time is over
 * @throws when the signal aborts
 */
export async function until(ask, { timeoutMilliseconds, signal }) {
  const end = Date.now() + timeoutMilliseconds;
  while (Date.now() < end) {
    signal.throwIfAborted();
    if (await ask().catch(() => false)) {
      return true;
    }
    await wait(pauseMilliseconds, undefined, { signal });
  }
  return false;
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether all plugins of the backend have started
 */
export async function isBackendReady(port) {
  const { ok } = await get(
    `http://127.0.0.1:${port}/.backstage/health/v1/readiness`,
  );
  return ok;
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether the page is there with the scripts that it loads
 */
export async function isPageReady(port) {
  const page = await get(`http://127.0.0.1:${port}/`);
  const scripts = [
    ...(await page.text()).matchAll(/<script[^>]+src="([^"]+)"/g),
  ];
  if (!page.ok || scripts.length === 0) {
    return false;
  }
  const answers = await Promise.all(
    scripts.map(([, source]) => get(localAddress(source, port))),
  );
  return answers.every(({ ok }) => ok);
}

/**
 * @param {string} source
 * @param {number} port
 */
function localAddress(source, port) {
  const { pathname, search } = new URL(source, `http://127.0.0.1:${port}`);
  return `http://127.0.0.1:${port}${pathname}${search}`;
}

/**
 * @param {string} address
 * @returns {Promise<Response>}
 */
function get(address) {
  return fetch(address, { signal: AbortSignal.timeout(60_000) });
}
