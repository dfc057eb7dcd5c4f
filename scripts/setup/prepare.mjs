// @ts-check
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { environmentWith, findNode } from './node.mjs';
import { readRegistry } from './registry.mjs';

/** The repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * What is needed to run the tools of the repository.
 *
 * @typedef {{ node: string, env: Record<string, string | undefined>, backstageCli: string }} Tools
 */

/**
 * Does all the set-up that is missing: Node and the packages.
 *
 * @returns {Promise<Tools>}
 * @throws {SetupError} with what to do
 */
export async function prepare() {
  /** @type {Promise<import('./registry.mjs').Registry> | undefined} */
  let registry;
  // Asking npm takes half a second, and is needed only when something is missing.
  const readOnce = () => (registry ??= readRegistry(root));
  const node = await findNode(root, readOnce);
  const env = environmentWith(node, process.env);
  await installPackages(root, node, env, readOnce);
  return {
    node,
    env,
    backstageCli: join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
  };
}

/**
 * Whether this process was started by Yarn, such as with `yarn test`.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {boolean}
 */
export function isStartedByYarn(env) {
  return (env.npm_config_user_agent ?? '').startsWith('yarn/');
}
