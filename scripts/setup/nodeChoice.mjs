// @ts-check
import { nodePackages } from './nodePackages.mjs';

/**
 * @typedef {{ version: string, platform: string, arch: string, musl: boolean }} Machine
 * @typedef {{ kind: 'own' }
 *   | { kind: 'fetch', name: string, version: string, integrity: string }
 *   | { kind: 'none', because: string }} NodeChoice
 */

/**
 * Whether Backstage and everything beneath it run on this Node.
 * Source: `engines` of Backstage 1.55 (22 and 24); jsdom 27 and others ask for at least 22.12.
 *
 * @param {string} version - such as `24.1.0`, with or without a leading `v`
 * @returns {boolean}
 */
export function isSupportedNode(version) {
  const match = /^v?(\d+)\.(\d+)\.\d+$/.exec(version);
  if (!match) {
    return false;
  }
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return major === 24 || (major === 22 && minor >= 12);
}

/**
 * Which Node to work with.
 *
 * @param {Machine} machine
 * @returns {NodeChoice} `own`: the one that runs; `fetch`: a package of the npm registry; `none`: none fits
 */
export function chooseNode({ version, platform, arch, musl }) {
  if (isSupportedNode(version)) {
    return { kind: 'own' };
  }
  const found = nodePackages[`${platform}-${arch}`];
  if (musl || !found) {
    const system = musl ? `${platform} with musl` : platform;
    return {
      kind: 'none',
      because: `This is Node ${version}, but Node 24 (or 22.12 and later) is needed, and there is no package of it for ${system} on ${arch}. Install Node 24 (nodejs.org, or "apk add nodejs npm" on Alpine 3.23 and later), then try again.`,
    };
  }
  return { kind: 'fetch', ...found };
}

/**
 * The machine that this process runs on.
 *
 * @returns {Machine}
 */
export function thisMachine() {
  return {
    version: process.versions.node,
    platform: process.platform,
    arch: process.arch,
    musl: process.platform === 'linux' && !hasGlibc(),
  };
}

/** @returns {boolean} */
function hasGlibc() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (
    process.report?.getReport() ?? {}
  );
  return Boolean(report.header?.glibcVersionRuntime);
}
