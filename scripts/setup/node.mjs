// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chooseNode, thisMachine } from './nodeChoice.mjs';
import { npm } from './npm.mjs';
import { downloadHelp } from './registry.mjs';
import { SetupError } from './SetupError.mjs';
import { step } from './steps.mjs';

/** @typedef {import('./registry.mjs').Registry} Registry */

/**
 * Finds a Node that Backstage runs on, and fetches one into `.node/` when the machine has none.
 *
 * @param {string} root - the repository
 * @param {() => Promise<Registry>} readRegistry
 * @returns {Promise<string>} the path of the binary
 * @throws {SetupError} when there is none for this machine, or the download fails
 */
export async function findNode(root, readRegistry) {
  const choice = chooseNode(thisMachine());
  switch (choice.kind) {
    case 'own':
      return process.execPath;
    case 'none':
      throw new SetupError(choice.because);
    case 'fetch': {
      const folder = join(root, '.node', `${choice.name}-${choice.version}`);
      const binary = binaryIn(folder, choice.name);
      if (!existsSync(binary)) {
        await step(
          `Fetching Node ${choice.version}, because this is Node ${process.versions.node} and Backstage needs 22 or 24`,
          async () => fetchNode(folder, choice, await readRegistry()),
        );
      }
      return binary;
    }
    default:
      throw new Error(`Unknown choice ${JSON.stringify(choice)}`);
  }
}

/**
 * @param {string} folder
 * @param {{ name: string, version: string, integrity: string }} wanted
 * @param {Registry} registry
 */
async function fetchNode(folder, wanted, registry) {
  // In a folder of its own until it is checked, so that a run that is interrupted leaves nothing half done.
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    writeFileSync(join(draft, 'package.json'), '{ "private": true }\n');
    const { code, stderr } = await npm(
      [
        'install',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--save-exact',
        '--package-lock',
        // npm's own pauses between its tries would hide for a minute that a registry is out of reach.
        '--fetch-retry-mintimeout=2000',
        '--fetch-retry-maxtimeout=8000',
        `${wanted.name}@${wanted.version}`,
      ],
      { cwd: draft },
    );
    if (code !== 0) {
      throw new SetupError(`${lastLines(stderr)}\n${downloadHelp(registry)}`);
    }
    checkIntegrity(draft, wanted);
    checkRuns(binaryIn(draft, wanted.name), wanted.version);
    replace(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * npm has compared the archive with the hash in its lock file; here that hash is compared with ours.
 *
 * @param {string} folder
 * @param {{ name: string, integrity: string }} wanted
 */
function checkIntegrity(folder, { name, integrity }) {
  const lock = JSON.parse(
    readFileSync(join(folder, 'package-lock.json'), 'utf8'),
  );
  const found = lock.packages?.[`node_modules/${name}`]?.integrity;
  if (found !== integrity) {
    throw new SetupError(
      `The registry handed out another ${name} than the one that this repository names, so it is not used. Expected ${integrity}, got ${found}. Install Node 24 yourself, then try again.`,
    );
  }
}

/**
 * @param {string} binary
 * @param {string} version
 */
function checkRuns(binary, version) {
  try {
    execFileSync(binary, ['--version'], { stdio: 'pipe' });
  } catch (error) {
    throw new SetupError(
      `Node ${version} was fetched but does not start on this machine (${
        error instanceof Error ? error.message : error
      }). Install Node 24 yourself, then try again.`,
    );
  }
}

/**
 * @param {string} draft
 * @param {string} folder
 */
function replace(draft, folder) {
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another run was faster: its copy is as good.
    if (!existsSync(folder)) {
      throw error;
    }
  }
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {string}
 */
function binaryIn(folder, name) {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(folder, 'node_modules', name, 'bin', file);
}

/**
 * @param {string} output
 * @returns {string}
 */
function lastLines(output) {
  return output
    .split('\n')
    .filter(line => line.startsWith('npm error') || line.startsWith('npm ERR'))
    .slice(0, 5)
    .join('\n');
}

/**
 * The environment in which this Node comes first.
 *
 * @param {string} node - path of the binary
 * @param {Record<string, string | undefined>} env
 * @returns {Record<string, string | undefined>}
 */
export function environmentWith(node, env) {
  const name =
    Object.keys(env).find(key => key.toUpperCase() === 'PATH') ?? 'PATH';
  const separator = process.platform === 'win32' ? ';' : ':';
  return {
    ...env,
    [name]: [dirname(node), env[name]].filter(Boolean).join(separator),
  };
}
