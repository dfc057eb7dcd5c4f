// @ts-check
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { isStartedByYarn, prepare, root } from './setup/prepare.mjs';
import { reportFailure } from './setup/SetupError.mjs';

/**
 * `npm test` runs everything. `yarn test` is `backstage-cli repo test`, as in any Backstage repository.
 */
async function test() {
  const { node, env, backstageCli } = await prepare();
  const args = process.argv.slice(2);
  const command = isStartedByYarn(process.env)
    ? [backstageCli, 'repo', 'test', ...args]
    : [join(root, 'scripts/testing/run.mjs'), ...args];
  const child = spawn(node, command, { cwd: root, env, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    // Whoever runs the tests ends them in good order.
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', code => {
    process.exitCode = code ?? 1;
  });
}

test().catch(reportFailure);
