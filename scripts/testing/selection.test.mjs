// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { selectSuites } from './selection.mjs';

describe('selectSuites', () => {
  it('runs everything without arguments', () => {
    assert.deepEqual(selectSuites([]), {
      checks: false,
      scripts: ['scripts/**/*.test.mjs'],
      jest: [],
      portal: [],
    });
  });

  it('adds the checks', () => {
    assert.equal(selectSuites(['--checks']).checks, true);
    assert.deepEqual(selectSuites(['--checks']).jest, []);
  });

  it('hands each path to the runner that it belongs to', () => {
    assert.deepEqual(
      selectSuites([
        'plugins/ecs-iam',
        './e2e-tests/portal.test.ts',
        'scripts/setup/stamp.test.mjs',
      ]),
      {
        checks: false,
        scripts: ['scripts/setup/stamp.test.mjs'],
        jest: ['plugins/ecs-iam'],
        portal: ['./e2e-tests/portal.test.ts'],
      },
    );
  });

  for (const path of ['scripts', './scripts/', 'scripts/setup']) {
    it(`finds the tests in ${path}`, () => {
      const [tests] = selectSuites([path]).scripts ?? [];
      assert.equal(tests, `${path.replace(/\/$/, '')}/**/*.test.mjs`);
    });
  }

  for (const path of ['packages/scripts-of-mine', 'scripts-x', 'parse']) {
    it(`gives ${path} to Jest alone`, () => {
      assert.deepEqual(selectSuites([path]), {
        checks: false,
        scripts: null,
        jest: [path],
        portal: null,
      });
    });
  }
});
