/**
 * The rooms of src/, each with the rooms that it may look into: extensions show components, components use hooks, hooks
 * fetch. Nobody but index.ts imports a plugin.
 */
const rooms = {
  findings: [],
  needs: [],
  hosts: [],
  graph: ['findings'],
  failures: [],
  appearance: [],
  api: [],
  hooks: ['api', 'failures', 'findings'],
  components: [
    'api',
    'hooks',
    'findings',
    'needs',
    'hosts',
    'graph',
    'failures',
    'appearance',
  ],
  extensions: ['api', 'components', 'hooks'],
  legacy: ['api', 'components', 'hooks'],
};
const shared = ['routes.ts', 'translation.ts', 'testUtils'];

const zones = Object.entries(rooms).map(([room, allowed]) => ({
  target: `./src/${room}`,
  from: './src',
  except: [room, ...allowed, ...shared].map(name => `./${name}`),
  message: `${room}/ may look into ${
    allowed.map(name => `${name}/`).join(', ') || 'no other room'
  } only; see docs/adr/0002-one-direction.md`,
}));

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings: {
    // Without it, an import of a .ts file is not found, and no zone applies.
    'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
  },
  tsRules: require('../../eslint.order.js'),
  rules: {
    'import/no-restricted-paths': ['error', { basePath: __dirname, zones }],
  },
  overrides: [
    {
      // A test may look anywhere.
      files: ['**/*.test.ts', '**/*.test.tsx'],
      rules: { 'import/no-restricted-paths': 'off' },
    },
  ],
});
