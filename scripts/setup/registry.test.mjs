// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  downloadHelp,
  registryFrom,
  withoutPassword,
  yarnEnvironment,
} from './registry.mjs';

const standard = {
  registry: 'https://registry.npmjs.org/',
  proxy: undefined,
  caFile: undefined,
  strictSsl: true,
};

describe('registryFrom', () => {
  it('is the public registry when npm says nothing', () => {
    assert.deepEqual(registryFrom({}, {}), standard);
  });

  it('takes over what npm is told', () => {
    assert.deepEqual(
      registryFrom(
        {
          registry: 'https://npm.example.com/all/',
          'https-proxy': 'http://proxy.example.com:8080',
          cafile: '/etc/ssl/example.pem',
          'strict-ssl': false,
        },
        {},
      ),
      {
        registry: 'https://npm.example.com/all/',
        proxy: 'http://proxy.example.com:8080',
        caFile: '/etc/ssl/example.pem',
        strictSsl: false,
      },
    );
  });

  for (const [name, config, env, proxy] of /** @type {const} */ ([
    [
      'https-proxy before proxy',
      { 'https-proxy': 'http://a:1', proxy: 'http://b:2' },
      {},
      'http://a:1',
    ],
    ['proxy alone', { proxy: 'http://b:2' }, {}, 'http://b:2'],
    [
      'npm before the environment',
      { proxy: 'http://b:2' },
      { HTTPS_PROXY: 'http://c:3' },
      'http://b:2',
    ],
    ['the environment alone', {}, { https_proxy: 'http://c:3' }, 'http://c:3'],
    ['an address without a scheme', {}, { HTTPS_PROXY: 'c:3' }, 'http://c:3'],
    [
      'null, as npm prints what is not set',
      { proxy: null, 'https-proxy': null },
      {},
      undefined,
    ],
    ['an empty variable', {}, { HTTPS_PROXY: '' }, undefined],
  ])) {
    it(`proxy: ${name}`, () => {
      assert.equal(registryFrom(config, env).proxy, proxy);
    });
  }

  for (const [noproxy, skipped] of /** @type {const} */ ([
    [['npm.example.com'], true],
    [['localhost', 'example.com'], true],
    ['.example.com,localhost', true],
    [['*'], true],
    [['ample.com'], false],
    [['example.com.evil.test'], false],
    [[''], false],
    [undefined, false],
  ])) {
    it(`noproxy ${JSON.stringify(noproxy)} ${
      skipped ? 'goes' : 'does not go'
    } past the proxy`, () => {
      const { proxy } = registryFrom(
        { registry: 'https://npm.example.com/', proxy: 'http://b:2', noproxy },
        {},
      );
      assert.equal(proxy, skipped ? undefined : 'http://b:2');
    });
  }
});

describe('yarnEnvironment', () => {
  it('sets the registry alone when there is nothing else to say', () => {
    assert.deepEqual(yarnEnvironment(standard, {}), {
      YARN_NPM_REGISTRY_SERVER: 'https://registry.npmjs.org',
    });
  });

  it('passes on proxy, certificates and a registry on plain http', () => {
    assert.deepEqual(
      yarnEnvironment(
        {
          registry: 'http://npm.example.com:4873/all/',
          proxy: 'http://proxy.example.com:8080',
          caFile: '/etc/ssl/example.pem',
          strictSsl: false,
        },
        {},
      ),
      {
        YARN_NPM_REGISTRY_SERVER: 'http://npm.example.com:4873/all',
        YARN_HTTP_PROXY: 'http://proxy.example.com:8080',
        YARN_HTTPS_PROXY: 'http://proxy.example.com:8080',
        YARN_HTTPS_CA_FILE_PATH: '/etc/ssl/example.pem',
        YARN_ENABLE_STRICT_SSL: 'false',
        YARN_UNSAFE_HTTP_WHITELIST: 'npm.example.com',
      },
    );
  });

  it('leaves alone what Yarn is told already', () => {
    assert.deepEqual(
      yarnEnvironment(standard, {
        YARN_NPM_REGISTRY_SERVER: 'https://other.example.com',
      }),
      {},
    );
  });
});

describe('downloadHelp', () => {
  it('names the addresses, never a password', () => {
    const help = downloadHelp({
      ...standard,
      registry: 'https://reader:hidden@npm.example.com/',
      proxy: 'http://me:hidden@proxy.example.com:8080',
    });
    assert.match(help, /https:\/\/npm\.example\.com\//);
    assert.match(help, /http:\/\/proxy\.example\.com:8080/);
    assert.doesNotMatch(help, /hidden/);
  });

  it('does not print what is no address', () => {
    assert.equal(withoutPassword('secret'), '(an address that is no URL)');
  });
});
