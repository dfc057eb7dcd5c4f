// @ts-check
import { spawn } from 'node:child_process';

/**
 * Runs npm, whichever way this process was started.
 *
 * @param {readonly string[]} args
 * @param {{ cwd: string }} options
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>} code 127 when there is no npm
 */
export function npm(args, { cwd }) {
  const [command, ...first] = npmCommand(process.env);
  return new Promise(resolve => {
    const child = spawn(command, [...first, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd file on Windows, which needs a shell.
      shell: process.platform === 'win32' && first.length === 0,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', data => (stdout += data));
    child.stderr.on('data', data => (stderr += data));
    child.on('error', error =>
      resolve({ code: 127, stdout, stderr: error.message }),
    );
    child.on('close', code => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

/**
 * Yarn sets `npm_execpath` too, to itself.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {readonly [string, ...string[]]} command and first arguments
 */
function npmCommand(env) {
  const path = env.npm_execpath ?? '';
  return path.endsWith('npm-cli.js') ? [process.execPath, path] : ['npm'];
}
