import { readFile } from 'node:fs/promises';
import type { World } from './command/World';
import { InputError } from './input/InputError';
import { run } from './run';

/**
 * The program `iam-analysis`, on this process.
 *
 * @param version - of the package
 */
export async function main(version: string): Promise<void> {
  // Whoever reads the answers may stop before the end, such as `head`.
  process.stdout.on('error', error => {
    process.exit('code' in error && error.code === 'EPIPE' ? 0 : 2);
  });
  process.exitCode = await run(process.argv.slice(2), thisProcess(version));
}

function thisProcess(version: string): World {
  const { stdin, stdout, stderr, env } = process;
  stdin.setEncoding('utf8');
  return {
    readFile: readText,
    stdin,
    out: text => stdout.write(text),
    err: text => stderr.write(text),
    now: new Date(),
    // https://no-color.org
    colours: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
    width: Math.min(Math.max(stdout.columns ?? 100, 60), 120),
    version,
  };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new InputError(`it cannot be read: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder; expected a file';
    case 'EACCES':
      return 'access is denied';
    default:
      return `${error instanceof Error ? error.message : error}`;
  }
}
