// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainFailure, yarnRelease } from './install.mjs';
import { root } from './prepare.mjs';

const registry = {
  registry: 'https://npm.example.com/',
  proxy: undefined,
  caFile: undefined,
  strictSsl: true,
};

describe('explainFailure', () => {
  it('names the registry when a download failed', () => {
    const said = explainFailure(
      '➤ YN0001: │ RequestError: getaddrinfo ENOTFOUND npm.example.com\n➤ YN0000: └ Completed',
      registry,
    );
    assert.match(said, /RequestError: getaddrinfo ENOTFOUND/);
    assert.match(said, /npm config set registry/);
  });

  it('says how to bring yarn.lock up to date', () => {
    const said = explainFailure(
      '➤ YN0028: │ The lockfile would have been modified by this install, which is explicitly forbidden.',
      registry,
    );
    assert.match(said, /run: yarn install/);
    assert.doesNotMatch(said, /npm config set registry/);
  });

  it('shows the end of what Yarn said when it knows no better', () => {
    assert.match(
      explainFailure('one\nno space left\n', registry),
      /no space left/,
    );
  });
});

describe('yarnRelease', () => {
  it('is the Yarn that .yarnrc.yml names', () => {
    assert.match(
      yarnRelease(root),
      /\.yarn[\\/]releases[\\/]yarn-4\.[\d.]+\.cjs$/,
    );
  });
});
