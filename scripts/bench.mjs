// @ts-check
// `yarn bench NAME` runs the benchmark NAME; without a name, every one.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Each prints its numbers, against something that it measures in the same run. */
const BENCHMARKS = { analysis: 'packages/iam-analysis/bench/analysis.mjs' };

const names = process.argv.slice(2);
const unknown = names.filter(name => !Object.hasOwn(BENCHMARKS, name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark '${unknown[0]}'. There is: ${Object.keys(
      BENCHMARKS,
    ).join(', ')}.\n`,
  );
  process.exit(2);
}
for (const [name, path] of Object.entries(BENCHMARKS)) {
  if (names.length === 0 || names.includes(name)) {
    const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
    const { status } = spawnSync(process.execPath, [file], {
      stdio: 'inherit',
    });
    process.exitCode ||= status ?? 1;
  }
}
