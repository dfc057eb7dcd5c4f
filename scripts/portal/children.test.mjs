// @ts-check
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

const children = new URL('children.mjs', import.meta.url).href;

// Starts a program of its own, and tells the number of its process.
const portal = `
  import { endWithThisProcess, startGroup } from ${JSON.stringify(children)};
  const child = startGroup(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    cwd: process.cwd(), env: process.env, output: 'ignore',
  });
  endWithThisProcess(() => [child]);
  console.log(process.pid + ' ' + child.pid);
  setInterval(() => {}, 1000);
`;

/**
 * Runs the portal as npm does: in a shell.
 *
 * @param {Record<string, string | undefined>} env
 */
async function startInShell(env) {
  const shell = spawn(
    'sh',
    ['-c', '"$NODE" --input-type=module --eval "$SCRIPT"; true'],
    {
      env: { ...process.env, NODE: process.execPath, SCRIPT: portal, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = await once(shell.stdout, 'data');
  return { shell, pids: String(line).trim().split(' ').map(Number) };
}

/**
 * Not for the portal itself once its shell is gone: it may stay in the table of processes when it has ended.
 *
 * @param {number} pid
 */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test(
  'ends with the shell of npm, which passes no signal on',
  {
    skip: process.platform === 'win32' && 'Windows has no sh',
    timeout: 20_000,
  },
  async () => {
    const { shell, pids } = await startInShell({
      npm_lifecycle_event: 'start',
    });
    assert.deepEqual(pids.map(isRunning), [true, true]);

    shell.kill('SIGKILL');
    // The output closes when the portal, the last that holds it, has ended.
    await once(shell, 'close');

    assert.equal(isRunning(pids[1]), false);
  },
);

test(
  'goes on without the shell that it was started from by hand',
  {
    skip: process.platform === 'win32' && 'Windows has no sh',
    timeout: 20_000,
  },
  async () => {
    const { shell, pids } = await startInShell({
      npm_lifecycle_event: undefined,
    });
    const closed = once(shell, 'close');

    shell.kill('SIGKILL');
    await once(shell, 'exit');
    assert.deepEqual(pids.map(isRunning), [true, true]);

    process.kill(pids[0], 'SIGTERM');
    await closed;
    assert.equal(isRunning(pids[1]), false);
  },
);
