// @ts-check
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/**
 * Something that a suite needs and that a machine may lack.
 *
 * @typedef {{ found: true, path: string } | { found: false, because: string }} Found
 */

const debianChromium = '/usr/bin/chromium';

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Found}
 */
export function findMotoServer(env) {
  const path = onPath('moto_server', env);
  return path
    ? { found: true, path }
    : {
        found: false,
        because:
          "moto_server is not on the PATH; install it with: pip install 'moto[server]==5.2.1'",
      };
}

/**
 * A browser for Playwright: named by the environment, Debian's, or Playwright's own.
 *
 * @param {string} root - the repository
 * @param {Record<string, string | undefined>} env
 * @returns {Found}
 */
export function findBrowser(root, env) {
  const named = env.PLAYWRIGHT_CHROMIUM_PATH;
  if (named) {
    return existsSync(named)
      ? { found: true, path: named }
      : {
          found: false,
          because: `PLAYWRIGHT_CHROMIUM_PATH is ${named}, which does not exist`,
        };
  }
  if (existsSync(debianChromium)) {
    return { found: true, path: debianChromium };
  }
  const own = playwrightsOwn(root);
  return own && existsSync(own)
    ? { found: true, path: own }
    : {
        found: false,
        because:
          'there is no browser; install Chromium (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or set PLAYWRIGHT_CHROMIUM_PATH',
      };
}

/**
 * @param {string} root
 * @returns {string | undefined}
 */
function playwrightsOwn(root) {
  try {
    const require = createRequire(join(root, 'package.json'));
    return require('@playwright/test').chromium.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * @param {string} command
 * @param {Record<string, string | undefined>} env
 * @returns {string | undefined}
 */
function onPath(command, env) {
  return (env.PATH ?? env.Path ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map(folder => join(folder, command))
    .find(isExecutable);
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
