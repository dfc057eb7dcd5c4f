// @ts-check
import { npm } from './npm.mjs';

const defaultRegistry = 'https://registry.npmjs.org/';

/**
 * How to reach the npm registry. Tokens are no part of it: npm does not tell them, and Yarn takes its own from
 * `YARN_NPM_AUTH_TOKEN`.
 *
 * @typedef {{
 *   registry: string,
 *   proxy: string | undefined,
 *   caFile: string | undefined,
 *   strictSsl: boolean,
 * }} Registry
 */

/**
 * Reads npm's configuration: the files, the environment and the defaults, as npm itself sees them.
 *
 * @param {string} root - the repository
 * @returns {Promise<Registry>} the defaults when there is no npm
 */
export async function readRegistry(root) {
  const { code, stdout } = await npm(['config', 'list', '--json'], {
    cwd: root,
  });
  return registryFrom(code === 0 ? JSON.parse(stdout) : {}, process.env);
}

/**
 * @param {Record<string, unknown>} config - what `npm config list --json` prints
 * @param {Record<string, string | undefined>} env
 * @returns {Registry}
 */
export function registryFrom(config, env) {
  const registry = text(config.registry) ?? defaultRegistry;
  const proxy =
    text(config['https-proxy']) ??
    text(config.proxy) ??
    env.HTTPS_PROXY ??
    env.https_proxy ??
    env.HTTP_PROXY ??
    env.http_proxy;
  return {
    registry,
    proxy: skipsProxy(registry, config.noproxy) ? undefined : withScheme(proxy),
    caFile: text(config.cafile),
    strictSsl: config['strict-ssl'] !== false,
  };
}

/**
 * The same for Yarn, by its environment variables. What is set already is left alone.
 * Source: https://yarnpkg.com/configuration/yarnrc
 *
 * @param {Registry} registry
 * @param {Record<string, string | undefined>} env
 * @returns {Record<string, string>} what to add to the environment
 */
export function yarnEnvironment({ registry, proxy, caFile, strictSsl }, env) {
  const { protocol, hostname } = new URL(registry);
  /** @type {Record<string, string | undefined>} */
  const settings = {
    YARN_NPM_REGISTRY_SERVER: registry.replace(/\/+$/, ''),
    YARN_HTTP_PROXY: proxy,
    YARN_HTTPS_PROXY: proxy,
    YARN_HTTPS_CA_FILE_PATH: caFile,
    YARN_ENABLE_STRICT_SSL: strictSsl ? undefined : 'false',
    YARN_UNSAFE_HTTP_WHITELIST: protocol === 'http:' ? hostname : undefined,
  };
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      value === undefined || env[name] !== undefined ? [] : [[name, value]],
    ),
  );
}

/**
 * What to do about a download that failed.
 *
 * @param {Registry} registry
 * @returns {string} names the address without any password in it
 */
export function downloadHelp({ registry, proxy }) {
  const way = proxy ? ` through the proxy ${withoutPassword(proxy)}` : '';
  return `Could not download from ${withoutPassword(registry)}${way}.
  Another registry:  npm config set registry https://...
  A proxy:           npm config set https-proxy http://...   (or set HTTPS_PROXY)
  A certificate:     npm config set cafile /path/to/certificates.pem
  A registry that asks for a token: set YARN_NPM_AUTH_TOKEN for this command.`;
}

/**
 * @param {string} address
 * @returns {string}
 */
export function withoutPassword(address) {
  try {
    const url = new URL(address);
    url.username = '';
    url.password = '';
    return url.toString();
  } catch {
    return '(an address that is no URL)';
  }
}

/**
 * npm's rule: an entry is a host, or the end of one.
 *
 * @param {string} registry
 * @param {unknown} noproxy
 * @returns {boolean}
 */
function skipsProxy(registry, noproxy) {
  const { hostname } = new URL(registry);
  const entries = Array.isArray(noproxy) ? noproxy : [noproxy];
  return entries
    .flatMap(entry => (text(entry) ?? '').split(','))
    .map(entry => entry.trim().replace(/^\*?\./, ''))
    .some(
      entry =>
        entry === '*' ||
        (entry !== '' &&
          (hostname === entry || hostname.endsWith(`.${entry}`))),
    );
}

/**
 * @param {string | undefined} proxy
 * @returns {string | undefined}
 */
function withScheme(proxy) {
  if (!proxy) {
    return undefined;
  }
  return /^[a-z]+:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
}

/**
 * @param {unknown} value
 * @returns {string | undefined}
 */
function text(value) {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
