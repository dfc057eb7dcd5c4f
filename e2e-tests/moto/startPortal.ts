import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from './freePort';

const root = join(__dirname, '..', '..');

/** Starts the portal on a configuration of its own, as `npm start` does. */
export async function startPortal(env: Record<string, string>) {
  const port = await freePort();
  const configs = ['app-config.yaml', 'e2e-tests/moto/app-config.yaml'];
  const portal = spawn(
    process.execPath,
    [
      'scripts/start.mjs',
      ...configs.flatMap(file => ['--config', join(root, file)]),
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        ...env,
        PORT: String(port),
        BACKEND_PORT: String(await freePort()),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    const take = (data: Buffer) => {
      output += data;
      if (output.includes('The portal is ready')) {
        resolve();
      }
    };
    portal.stdout.on('data', take);
    portal.stderr.on('data', take);
    portal.once('exit', () =>
      reject(new Error(`The portal did not start:\n${output}`)),
    );
  });
  await ready;
  return {
    address: `http://localhost:${port}`,
    stop: async () => {
      const ended = once(portal, 'exit');
      portal.kill('SIGTERM');
      await ended;
    },
  };
}
