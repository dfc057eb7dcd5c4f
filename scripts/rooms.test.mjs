// @ts-check
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './setup/prepare.mjs';

// The lint of Backstage's command is this ESLint.
const require = createRequire(
  createRequire(join(root, 'package.json')).resolve(
    '@backstage/cli-module-lint/package.json',
  ),
);
/** @type {typeof import('eslint')} */
const { ESLint } = require('eslint');
const eslint = new ESLint({ cwd: root });

const backend = 'plugins/ecs-iam-backend/src';
const frontend = 'plugins/ecs-iam/src';
const analysis = 'packages/iam-analysis/src';

/**
 * @param {string} file - need not exist
 * @param {string} code
 * @returns {Promise<string[]>} the rules that complain about an import, a global or a piece of syntax
 */
async function complaints(file, code) {
  const [result] = await eslint.lintText(`${code}\n`, {
    filePath: join(root, file),
  });
  return result.messages
    .map(({ ruleId }) => ruleId ?? 'no rule')
    .filter(rule => /restricted/.test(rule));
}

describe('lint keeps the rooms apart:', () => {
  for (const [file, code, rule] of [
    // One direction.
    [
      `${backend}/inventory/x.ts`,
      "import '../http/createRouter';",
      'import/no-restricted-paths',
    ],
    [
      `${backend}/collect/x.ts`,
      "import '../inventory/Inventory';",
      'import/no-restricted-paths',
    ],
    [
      `${backend}/inventory/x.ts`,
      "import '../refresh/Scans';",
      'import/no-restricted-paths',
    ],
    [
      `${backend}/config/x.ts`,
      "import '../entities/matchEntity';",
      'import/no-restricted-paths',
    ],
    [
      `${backend}/http/x.ts`,
      "import '../collect/AwsCollector';",
      'import/no-restricted-paths',
    ],
    [
      `${backend}/refresh/x.ts`,
      "import '../roles/EntityRolesService';",
      'import/no-restricted-paths',
    ],
    [
      `${backend}/http/x.ts`,
      "import '../plugin';",
      'import/no-restricted-paths',
    ],
    // One kind of dependency each.
    [
      `${backend}/http/x.ts`,
      "import '@aws-sdk/client-iam';",
      'no-restricted-imports',
    ],
    [
      `${backend}/plugin.ts`,
      "import '@aws-sdk/client-iam';",
      'no-restricted-imports',
    ],
    [
      `${backend}/inventory/x.ts`,
      "import '@aws-sdk/util-arn-parser';",
      'no-restricted-imports',
    ],
    [
      `${backend}/config/regions.ts`,
      "import '@aws-sdk/client-iam';",
      'no-restricted-imports',
    ],
    [
      `${backend}/refresh/x.ts`,
      "import type { Knex } from 'knex';",
      'no-restricted-imports',
    ],
    [
      `${backend}/collect/x.ts`,
      "import type { Knex } from 'knex';",
      'no-restricted-imports',
    ],
    [
      `${backend}/http/x.ts`,
      "import '../testSupport/anInventory';",
      'no-restricted-imports',
    ],
    // The library depends on nothing.
    [`${analysis}/rules/x.ts`, "import 'zod';", 'no-restricted-syntax'],
    [`${analysis}/rules/x.ts`, "import 'node:fs';", 'no-restricted-syntax'],
    [
      `${analysis}/index.ts`,
      "export * from '@backstage/errors';",
      'no-restricted-syntax',
    ],
    [
      `${analysis}/analysis/x.ts`,
      'export const now = Date.now();',
      'no-restricted-syntax',
    ],
    [
      `${analysis}/analysis/x.ts`,
      'export const now = new Date();',
      'no-restricted-syntax',
    ],
    [
      `${analysis}/analysis/x.ts`,
      'export const env = process.env;',
      'no-restricted-globals',
    ],
    [
      `${analysis}/rules/x.ts`,
      "import '../testUtils';",
      'no-restricted-imports',
    ],
    [
      `${analysis}/policy/x.ts`,
      "import '../rules/defineRule';",
      'import/no-restricted-paths',
    ],
    [
      `${analysis}/grants/x.ts`,
      "import '../ecs/role';",
      'import/no-restricted-paths',
    ],
    [
      `${analysis}/rules/x.ts`,
      "import '../analysis/analyse';",
      'import/no-restricted-paths',
    ],
    // The frontend.
    [
      `${frontend}/components/x.ts`,
      "import '../extensions/apis';",
      'import/no-restricted-paths',
    ],
    [
      `${frontend}/hooks/x.ts`,
      "import '../components/RoleTable';",
      'import/no-restricted-paths',
    ],
    [
      `${frontend}/api/x.ts`,
      "import '../hooks/useText';",
      'import/no-restricted-paths',
    ],
    [
      `${frontend}/components/x.ts`,
      "import '../plugin';",
      'import/no-restricted-paths',
    ],
  ]) {
    it(`${file} must not say: ${code}`, async () => {
      assert.deepEqual(await complaints(file, code), [rule]);
    });
  }

  for (const [file, code] of [
    [`${backend}/collect/x.ts`, "import '@aws-sdk/client-iam';"],
    [`${backend}/inventory/x.ts`, "import type { Knex } from 'knex';"],
    [`${backend}/http/x.ts`, "import '../config/readEcsIamConfig';"],
    [`${backend}/refresh/x.ts`, "import '../inventory/Inventory';"],
    [`${backend}/config/regions.ts`, "import '@aws-sdk/core/client';"],
    [`${backend}/index.ts`, "export { x as default } from './plugin';"],
    [`${backend}/http/x.test.ts`, "import '../collect/AwsCollector';"],
    [`${analysis}/rules/x.ts`, "import '../policy/types';"],
    [`${analysis}/analysis/x.ts`, "import '../rules/defineRule';"],
    [`${analysis}/analysis/x.ts`, 'export const day = new Date(0);'],
    [`${analysis}/policy/x.test.ts`, "import 'fast-check';"],
    [`${frontend}/components/x.ts`, "import '../hooks/useText';"],
  ]) {
    it(`${file} may say: ${code}`, async () => {
      assert.deepEqual(await complaints(file, code), []);
    });
  }
});
