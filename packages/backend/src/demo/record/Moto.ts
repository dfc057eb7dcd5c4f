import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import { freePort } from './freePort';

const READY_WITHIN_SECONDS = 30;

/** A `moto_server` (an AWS-compatible server) of our own on a free port, emptied and with ids that repeat. */
export class Moto {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(url: string, process: ChildProcess) {
    this.url = url;
    this.#process = process;
  }

  /** @throws ServiceUnavailableError when `moto_server` is not on the PATH, or does not answer */
  static async start(): Promise<Moto> {
    const port = await freePort();
    const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', `${port}`], {
      env: {
        ...process.env,
        MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
        MOTO_EC2_LOAD_DEFAULT_AMIS: 'false',
      },
      stdio: 'ignore',
    });
    const moto = new Moto(`http://127.0.0.1:${port}`, server);
    const failed = new Promise<never>((_, reject) => {
      server.once('error', cause =>
        reject(
          new ServiceUnavailableError(
            "moto_server could not be started. Install it: pip install 'moto[server]==5.2.1'",
            cause,
          ),
        ),
      );
    });
    await Promise.race([moto.#ready(), failed]);
    await fetch(`${moto.url}/moto-api/reset`, { method: 'POST' });
    await fetch(`${moto.url}/moto-api/seed?a=42`, { method: 'POST' });
    return moto;
  }

  stop(): void {
    this.#process.kill();
  }

  async #ready(): Promise<void> {
    for (let waited = 0; waited < READY_WITHIN_SECONDS * 10; waited++) {
      const answer = await fetch(`${this.url}/moto-api/data.json`).catch(
        () => undefined,
      );
      if (answer?.ok) {
        return;
      }
      await sleep(100);
    }
    throw new ServiceUnavailableError(
      `moto_server did not answer within ${READY_WITHIN_SECONDS} seconds`,
    );
  }
}
