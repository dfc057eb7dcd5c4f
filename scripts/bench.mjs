// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './setup/prepare.mjs';
import { reportFailure, SetupError } from './setup/SetupError.mjs';

/** Each prints its numbers, against something that it measures in the same run. */
const BENCHMARKS = { analysis: 'packages/iam-analysis/bench/analysis.mjs' };

/** `yarn bench NAME` runs the benchmark NAME; without a name, every one. */
async function bench() {
  const names = process.argv.slice(2);
  const unknown = names.find(name => !Object.hasOwn(BENCHMARKS, name));
  if (unknown !== undefined) {
    const known = Object.keys(BENCHMARKS).join(', ');
    throw new SetupError(
      `There is no benchmark '${unknown}'. There is: ${known}.`,
    );
  }
  const { node, env } = await prepare();
  for (const [name, path] of Object.entries(BENCHMARKS)) {
    if (names.length === 0 || names.includes(name)) {
      const { status } = spawnSync(node, [join(root, path)], {
        env,
        stdio: 'inherit',
      });
      process.exitCode ||= status ?? 1;
    }
  }
}

bench().catch(reportFailure);
