// @ts-check
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { isInstalled, markInstalled } from './stamp.mjs';

/** @type {string} */
let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ecs-iam-stamp-'));
  for (const folder of ['node_modules', 'plugins/a', 'packages/b']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  for (const file of [
    'yarn.lock',
    '.yarnrc.yml',
    'package.json',
    'plugins/a/package.json',
  ]) {
    writeFileSync(join(root, file), file);
  }
});

afterEach(() => rmSync(root, { recursive: true }));

describe('the stamp of an installation', () => {
  it('is missing before the first one', () => {
    assert.equal(isInstalled(root), false);
  });

  it('holds while nothing changes', () => {
    markInstalled(root);
    assert.equal(isInstalled(root), true);
  });

  for (const file of [
    'yarn.lock',
    '.yarnrc.yml',
    'package.json',
    'plugins/a/package.json',
    'packages/b/package.json',
  ]) {
    it(`is void when ${file} changes`, () => {
      markInstalled(root);
      writeFileSync(join(root, file), 'other');
      assert.equal(isInstalled(root), false);
    });
  }

  it('is void when a package goes away', () => {
    markInstalled(root);
    rmSync(join(root, 'plugins/a'), { recursive: true });
    assert.equal(isInstalled(root), false);
  });

  it('does not care about other files', () => {
    markInstalled(root);
    writeFileSync(join(root, 'plugins/a/index.ts'), 'other');
    assert.equal(isInstalled(root), true);
  });
});
