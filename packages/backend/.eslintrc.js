module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  tsRules: require('../../eslint.order.js'),
  overrides: [
    {
      files: ['src/demo/testSupport/**'],
      // Used by tests only.
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
  ],
});
