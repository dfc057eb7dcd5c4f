// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Makes one file of JavaScript of the command `iam-analysis`, unless there is one of the same sources: to load it takes
 * a tenth of the time that it takes to translate each file on its own.
 *
 * @param {string} root - the repository
 * @returns {Promise<string>} the path of the file
 */
export async function bundleCommand(root) {
  const folder = join(root, 'packages', 'iam-analysis');
  const cache = join(root, '.cache', 'iam-analysis');
  const { version } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = join(cache, `${hashOf(folder)}.cjs`);
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    removeOld(cache);
    const draft = `${file}.${process.pid}`;
    // Not loaded when it is not needed, and not there before the packages are installed.
    const { build } = await import('esbuild');
    await build({
      stdin: {
        contents: `import { main } from './src/cli'; void main(${JSON.stringify(
          version,
        )});`,
        resolveDir: folder,
      },
      outfile: draft,
      bundle: true,
      platform: 'node',
      target: 'node22',
      format: 'cjs',
      logLevel: 'warning',
    });
    // By renaming, so that another run sees all of it or nothing.
    renameSync(draft, file);
  }
  return file;
}

/**
 * @param {string} folder - of the package
 * @returns {string} that of another version differs
 */
function hashOf(folder) {
  const hash = createHash('sha256');
  const sources = join(folder, 'src');
  hash.update(readFileSync(join(folder, 'package.json')));
  for (const name of sourcesIn(sources)) {
    hash.update(`${name}\n`).update(readFileSync(join(sources, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} folder
 * @returns {string[]} all but tests
 */
function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !/\.(test|cases)\.ts$/.test(name))
    .sort();
}

/**
 * Of sources that were edited a bundle stays behind. One that is young may be about to be loaded by another run.
 *
 * @param {string} cache
 */
function removeOld(cache) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > dayInMilliseconds) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}
