import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './freePort';

/** Whether `moto_server` is on the PATH. */
export function isMotoInstalled(): boolean {
  return !spawnSync('moto_server', ['--help']).error;
}

/** Starts an empty AWS-compatible server on 127.0.0.1. */
export async function startMoto() {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    env: {
      ...process.env,
      MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
      MOTO_EC2_LOAD_DEFAULT_AMIS: 'false',
    },
    stdio: 'ignore',
  });
  while (!(await answers(endpoint))) {
    if (server.exitCode !== null) {
      throw new Error(`moto_server ended with code ${server.exitCode}`);
    }
    await pause(100);
  }
  return {
    endpoint,
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/moto-api/data.json`)).ok;
  } catch {
    return false;
  }
}
