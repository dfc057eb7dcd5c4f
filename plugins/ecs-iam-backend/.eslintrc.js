/**
 * The rooms of src/, each with the rooms that it may look into. The way of the data has one direction (docs/adr/0002),
 * so nothing reaches back, and nobody but index.ts imports plugin.ts.
 */
const rooms = {
  config: [],
  collect: ['config'],
  inventory: ['config'],
  refresh: ['config', 'inventory'],
  entities: ['config', 'inventory', 'refresh'],
  findings: ['config', 'inventory'],
  roles: ['config', 'inventory', 'refresh', 'entities', 'findings'],
  scans: ['config', 'inventory', 'refresh', 'entities', 'roles'],
  fleet: ['config', 'inventory', 'refresh', 'entities', 'findings'],
  http: [
    'config',
    'inventory',
    'refresh',
    'entities',
    'findings',
    'roles',
    'scans',
    'fleet',
  ],
};

const zones = Object.entries(rooms).map(([room, allowed]) => ({
  target: `./src/${room}`,
  from: './src',
  except: [room, ...allowed, 'testSupport'].map(name => `./${name}`),
  message: `${room}/ may look into ${
    allowed.map(name => `${name}/`).join(', ') || 'no other room'
  } only; see docs/adr/0002-one-direction.md`,
}));

const aws = {
  group: ['@aws-sdk/*', '@aws-sdk/*/**', '@smithy/node-http-handler'],
  message: 'Only collect/ talks to AWS.',
};
const knex = { group: ['knex'], message: 'Only inventory/ talks SQL.' };
const tests = {
  group: ['*.test*', '**/testSupport/**'],
  message: 'Production code does not import from tests.',
};

const sources = room => [`src/${room}/**/*.ts`];
const restrict = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns }],
});

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings: {
    // Without it, an import of a .ts file is not found, and no zone applies.
    'import/resolver': { node: { extensions: ['.ts', '.js'] } },
  },
  rules: {
    'import/no-restricted-paths': ['error', { basePath: __dirname, zones }],
  },
  tsRules: require('../../eslint.order.js'),
  overrides: [
    {
      // A test may look anywhere.
      files: ['**/*.test.ts'],
      rules: { 'import/no-restricted-paths': 'off' },
    },
    {
      files: ['src/testSupport/**'],
      // Used by tests only, and never published.
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
    {
      files: ['src/**/*.ts'],
      excludedFiles: ['**/*.test.ts', 'src/testSupport/**'],
      rules: restrict(aws, knex, tests),
    },
    {
      files: sources('collect'),
      excludedFiles: ['**/*.test.ts'],
      rules: restrict(knex, tests),
    },
    {
      files: sources('inventory'),
      excludedFiles: ['**/*.test.ts'],
      rules: restrict(aws, tests),
    },
    {
      // The list of regions and partitions that comes with the SDK: data, no client.
      files: ['src/config/regions.ts'],
      rules: restrict(knex, tests, {
        group: ['@aws-sdk/client-*'],
        message: aws.message,
      }),
    },
  ],
});
