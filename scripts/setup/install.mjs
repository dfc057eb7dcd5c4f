// @ts-check
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadHelp, yarnEnvironment } from './registry.mjs';
import { SetupError } from './SetupError.mjs';
import { isInstalled, markInstalled } from './stamp.mjs';
import { step } from './steps.mjs';

/** @typedef {import('./registry.mjs').Registry} Registry */

/**
 * Installs the packages with the Yarn that lies in the repository, unless they are there already.
 *
 * @param {string} root - the repository
 * @param {string} node - path of the Node binary
 * @param {Record<string, string | undefined>} env
 * @param {() => Promise<Registry>} readRegistry
 * @returns {Promise<void>}
 * @throws {SetupError} when Yarn fails
 */
export async function installPackages(root, node, env, readRegistry) {
  if (isInstalled(root)) {
    return;
  }
  await step(
    'Installing packages (one to three minutes the first time)',
    async () => {
      const registry = await readRegistry();
      const { code, output } = await runYarn(root, node, {
        ...env,
        ...yarnEnvironment(registry, env),
        YARN_ENABLE_PROGRESS_BARS: 'false',
        YARN_ENABLE_COLORS: 'false',
      });
      if (code !== 0) {
        throw new SetupError(explainFailure(output, registry));
      }
      markInstalled(root);
    },
  );
}

/**
 * @param {string} root
 * @param {string} node
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<{ code: number, output: string }>}
 */
function runYarn(root, node, env) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const log = createWriteStream(join(root, '.cache', 'install.log'));
  return new Promise((resolve, reject) => {
    const child = spawn(node, [yarnRelease(root), 'install', '--immutable'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (/** @type {Buffer} */ data) => {
      output += data;
      log.write(data);
      printSteps(String(data));
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', code => {
      log.end();
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Of Yarn's many lines only those that say where it is.
 *
 * @param {string} output
 */
function printSteps(output) {
  for (const [, title] of output.matchAll(/┌ (.+ step)$/gm)) {
    console.log(`  ${title}`);
  }
}

/**
 * @param {string} output - what Yarn printed
 * @param {Registry} registry
 * @returns {string} what went wrong, and what to do
 */
export function explainFailure(output, registry) {
  // YN0000, YN0013 and YN0019 tell of progress, not of trouble.
  const errors = [...new Set(output.split('\n'))]
    .filter(line => /^➤ YN(?!0000|0013|0019)\d{4}:/.test(line))
    .slice(-8)
    .join('\n');
  const said = errors || output.trim().split('\n').slice(-8).join('\n');
  const intro = `The packages could not be installed. Yarn said (all of it is in .cache/install.log):\n${said}`;
  if (/YN0028/.test(output)) {
    return `${intro}\n\nyarn.lock does not fit a package.json. After a change of dependencies run: yarn install`;
  }
  return isDownloadFailure(output)
    ? `${intro}\n\n${downloadHelp(registry)}`
    : intro;
}

/**
 * @param {string} output
 * @returns {boolean}
 */
function isDownloadFailure(output) {
  return /RequestError|YN0035|YN0041|YN0033|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|CERT|certificate/.test(
    output,
  );
}

/**
 * @param {string} root
 * @returns {string} the path of Yarn, as `.yarnrc.yml` names it
 */
export function yarnRelease(root) {
  const settings = readFileSync(join(root, '.yarnrc.yml'), 'utf8');
  const path = /^yarnPath:\s*(\S+)\s*$/m.exec(settings)?.[1];
  if (!path) {
    throw new SetupError('.yarnrc.yml names no yarnPath.');
  }
  return join(root, path);
}
