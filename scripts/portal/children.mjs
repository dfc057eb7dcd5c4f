// @ts-check
import { spawn } from 'node:child_process';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const graceMilliseconds = 5_000;
const parentMilliseconds = 500;

/**
 * Starts a program in a process group of its own, so that it can be ended together with all that it starts.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: Record<string, string | undefined>, output?: 'inherit' | 'pipe' | 'ignore' }} options
 * @returns {ChildProcess}
 */
export function startGroup(command, args, { cwd, env, output = 'inherit' }) {
  return spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', output, output],
    detached: process.platform !== 'win32',
  });
}

/**
 * Ends a program and all that it has started: first by asking, then by force.
 *
 * @param {ChildProcess} child
 * @returns {Promise<void>} resolves when it is gone
 */
export async function endGroup(child) {
  if (child.pid === undefined) {
    return;
  }
  const gone = new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve(undefined);
    } else {
      child.once('exit', resolve);
    }
  });
  signalGroup(child.pid, 'SIGTERM');
  const force = setTimeout(
    () => signalGroup(/** @type {number} */ (child.pid), 'SIGKILL'),
    graceMilliseconds,
  );
  await gone;
  clearTimeout(force);
  // What the leader leaves behind.
  signalGroup(child.pid, 'SIGKILL');
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

/**
 * Ends programs when this process is told to end, such as by Ctrl-C, or when the npm or Yarn that started it is gone:
 * they do not pass a signal on to what they run.
 *
 * @param {() => readonly ChildProcess[]} children
 * @returns {void}
 */
export function endWithThisProcess(children) {
  let ending = false;
  /** @param {number} code */
  const end = async code => {
    if (ending) {
      return;
    }
    ending = true;
    await Promise.all(children().map(endGroup));
    process.exit(code);
  };
  process.on('SIGINT', () => end(130));
  process.on('SIGTERM', () => end(143));
  process.on('SIGHUP', () => end(143));
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    setInterval(
      () => process.ppid !== parent && end(143),
      parentMilliseconds,
    ).unref();
  }
}
