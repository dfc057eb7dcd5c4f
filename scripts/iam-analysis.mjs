// @ts-check
import { spawn } from 'node:child_process';
import { Console } from 'node:console';
import { join } from 'node:path';
import { bundleCommand } from './command/bundle.mjs';
import { prepare, root } from './setup/prepare.mjs';
import { reportFailure } from './setup/SetupError.mjs';

/** 1 would say that the command found something. */
const failed = 2;

/**
 * Runs the command of packages/iam-analysis from its sources. Its output is the only one: what the set-up has to say
 * goes to the standard error output.
 */
async function iamAnalysis() {
  globalThis.console = new Console(process.stderr);
  const { node, env } = await prepare();
  const child = spawn(
    node,
    [await bundleCommand(root), ...process.argv.slice(2)],
    {
      cwd: callersFolder(process.env),
      env: {
        ...env,
        NODE_COMPILE_CACHE: join(root, '.cache', 'iam-analysis', 'compiled'),
      },
      stdio: 'inherit',
    },
  );
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => child.kill(signal));
  }
  process.exitCode = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', code => resolve(code ?? failed));
  });
}

/**
 * Files are named from where npm or Yarn was called, not from where they run a script.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {string}
 */
function callersFolder({ npm_lifecycle_event: script, INIT_CWD: folder }) {
  return script === 'iam-analysis' && folder ? folder : process.cwd();
}

iamAnalysis().catch(error => {
  reportFailure(error);
  process.exitCode = failed;
});
