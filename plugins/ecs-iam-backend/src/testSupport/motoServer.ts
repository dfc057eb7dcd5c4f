import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** An AWS-compatible server for tests, empty when it starts. */
export type MotoServer = Readonly<{
  endpoint: string;
  /** Empties all accounts. */
  reset(): Promise<void>;
  /** Lets tasks run on: by itself the server ends each a little more with each look at it. */
  keepTasksRunning(): Promise<void>;
  stop(): Promise<void>;
}>;

const INSTALL = "pip install 'moto[server]==5.2.1'";

/**
 * @returns `describe` where `moto_server` is on the PATH. Elsewhere the suite is skipped and says how to install it,
 * except in CI, where it runs and fails.
 */
export function describeWithMoto(): jest.Describe {
  const found = !spawnSync('moto_server', ['--help']).error;
  if (found || process.env.CI === 'true') return describe;
  process.stderr.write(
    `Skipped ${
      expect.getState().testPath ?? 'a suite'
    }: moto_server is not on the PATH. To install it: ${INSTALL}\n`,
  );
  return describe.skip;
}

/**
 * Starts a server on a free port of the loopback interface. It knows the AWS managed policies.
 *
 * @throws Error when `moto_server` is not installed or does not answer within 30 seconds
 */
export async function startMotoServer(): Promise<MotoServer> {
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
  await answering(server, endpoint);
  return {
    endpoint,
    reset: async () => {
      await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
    },
    keepTasksRunning: async () => {
      await fetch(`${endpoint}/moto-api/state-manager/set-transition`, {
        method: 'POST',
        body: JSON.stringify({
          model_name: 'ecs::task',
          transition: { progression: 'manual', times: 1_000_000_000 },
        }),
      });
    },
    stop: async () => {
      if (server.exitCode !== null) return;
      server.kill();
      await once(server, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error('No free port on the loopback interface');
  }
  return address.port;
}

async function answering(server: ChildProcess, endpoint: string) {
  let ended: string | undefined;
  server.once('error', error => {
    ended = `could not be started (${error.message}); to install it: ${INSTALL}`;
  });
  server.once('exit', code => {
    ended ??= `ended with code ${code}`;
  });
  const deadline = Date.now() + 30_000;
  while (ended === undefined && Date.now() < deadline) {
    if (await isUp(endpoint)) return;
    await delay(100);
  }
  server.kill();
  throw new Error(`moto_server ${ended ?? 'did not answer in 30 seconds'}`);
}

async function isUp(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/moto-api/data.json`)).ok;
  } catch {
    return false;
  }
}
