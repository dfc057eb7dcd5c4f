// @ts-check
import { connect, createServer } from 'node:net';
import { SetupError } from '../setup/SetupError.mjs';

/** @typedef {{ page: number, backend: number }} Ports */

const settings = /** @type {const} */ ({
  page: { variable: 'PORT', standard: 3000 },
  backend: { variable: 'BACKEND_PORT', standard: 7007 },
});

/**
 * Reads `PORT` and `BACKEND_PORT`.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {Ports}
 * @throws {SetupError} when one is no port number, or both are the same
 */
export function readPorts(env) {
  const page = readPort(env, settings.page);
  const backend = readPort(env, settings.backend);
  if (page === backend) {
    throw new SetupError(
      `PORT and BACKEND_PORT are both ${page}: choose two different ports.`,
    );
  }
  return { page, backend };
}

/**
 * @param {Record<string, string | undefined>} env
 * @param {{ variable: string, standard: number }} setting
 * @returns {number}
 */
function readPort(env, { variable, standard }) {
  const given = env[variable];
  if (given === undefined || given === '') {
    return standard;
  }
  const port = Number(given);
  if (!/^\d+$/.test(given) || port < 1 || port > 65535) {
    throw new SetupError(
      `${variable} is '${given}', which is no port: use a number from 1 to 65535.`,
    );
  }
  return port;
}

/**
 * @param {Ports} ports
 * @returns {Promise<void>}
 * @throws {SetupError} when one is in use; says which, and how to choose another
 */
export async function requireFreePorts(ports) {
  /** @type {string[]} */
  const problems = [];
  for (const [name, { variable }] of Object.entries(settings)) {
    const port = ports[/** @type {keyof Ports} */ (name)];
    if (!(await isFree(port))) {
      problems.push(
        `Port ${port} is in use. Stop what uses it, or choose another: ${variable}=${
          port + 1
        } npm start`,
      );
    }
  }
  if (problems.length > 0) {
    throw new SetupError(problems.join('\n'));
  }
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether nothing listens there, and something could
 */
export async function isFree(port) {
  // Some systems let a second server listen beside one on all interfaces, so ask both ways.
  return !(await answers(port)) && (await listens(port)) !== null;
}

/**
 * @returns {Promise<number>} a port that nothing uses
 */
export async function freePort() {
  const port = await listens(0);
  if (port === null) {
    throw new SetupError('No free port on 127.0.0.1.');
  }
  return port;
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answers(port) {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (/** @type {boolean} */ open) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}

/**
 * @param {number} port - 0 for any
 * @returns {Promise<number | null>}
 */
function listens(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address();
      const bound =
        typeof address === 'object' && address ? address.port : null;
      server.close(() => resolve(bound));
    });
  });
}
