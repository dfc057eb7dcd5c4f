// @ts-check
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '../portal/ports.mjs';
import { embeddedPostgres } from './postgresPackage.mjs';

/** @typedef {{ connectionString: string, stop: () => Promise<void> }} Postgres */

/**
 * Starts a PostgreSQL server for the tests, on 127.0.0.1 and a port of its own. Its data is deleted with it.
 *
 * @param {string} root - the repository
 * @returns {Promise<Postgres>}
 * @throws when it does not start on this machine; the message holds what it said
 */
export async function startPostgres(root) {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-iam-postgres-'));
  const removeFolder = () =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  // Ctrl-C ends the server by its own exit hook, and then this process.
  process.once('exit', removeFolder);
  try {
    const asRoot = process.getuid?.() === 0;
    if (asRoot) {
      // The user that PostgreSQL runs as then must be able to enter and to put its socket there.
      chmodSync(folder, 0o1777);
    }
    const server = await start(root, folder, asRoot);
    return {
      connectionString: server.connectionString,
      stop: async () => {
        await server.stop();
        removeFolder();
      },
    };
  } catch (error) {
    removeFolder();
    throw error;
  }
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {boolean} asRoot
 * @returns {Promise<Postgres>}
 */
async function start(root, folder, asRoot) {
  const path = embeddedPostgres(root, folder, asRoot);
  const { default: EmbeddedPostgres } = await import(pathToFileURL(path).href);
  const port = await freePort();
  const password = randomBytes(16).toString('hex');
  /** @type {string[]} */
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password,
    port,
    persistent: false,
    createPostgresUser: asRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: flags(folder),
    onLog: (/** @type {string} */ line) => log.push(line),
    onError: (/** @type {unknown} */ line) => log.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new Error([reason, ...log.slice(-5)].join('\n').trim());
  }
  return {
    connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  };
}

/**
 * Fast instead of safe: the data is thrown away.
 *
 * @param {string} folder - for the socket
 * @returns {string[]}
 */
function flags(folder) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: process.platform === 'win32' ? '' : folder,
    max_connections: '300',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  };
  return Object.entries(settings).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
}
