// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stampFile = join('node_modules', '.ecs-iam-install');

/**
 * Whether the packages that are installed are those that the repository asks for.
 *
 * @param {string} root - the repository
 * @returns {boolean}
 */
export function isInstalled(root) {
  const file = join(root, stampFile);
  return existsSync(file) && readFileSync(file, 'utf8') === stampOf(root);
}

/**
 * Notes that the packages are installed.
 *
 * @param {string} root
 * @returns {void}
 */
export function markInstalled(root) {
  writeFileSync(join(root, stampFile), stampOf(root));
}

/**
 * A hash over everything that decides what is installed.
 *
 * @param {string} root
 * @returns {string}
 */
export function stampOf(root) {
  const hash = createHash('sha256');
  hash.update(`${process.platform}-${process.arch}\n`);
  for (const file of installInputs(root)) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return `${hash.digest('hex')}\n`;
}

/**
 * @param {string} root
 * @returns {string[]}
 */
function installInputs(root) {
  const workspaces = ['packages', 'plugins'].flatMap(folder =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder))
          .sort()
          .map(name => join(folder, name, 'package.json'))
      : [],
  );
  return ['yarn.lock', '.yarnrc.yml', 'package.json', ...workspaces].filter(
    file => existsSync(join(root, file)),
  );
}
