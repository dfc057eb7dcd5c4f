/**
 * The rooms of src/, each with the rooms that it may look into. The library depends on nothing: no package, no disk, no
 * network, no clock (docs/adr/0003). src/cli/ alone is a program.
 */
const vocabulary = ['known.ts', 'analysis/finding.ts', 'analysis/settings.ts'];
const rooms = {
  policy: [],
  catalogue: ['policy'],
  grants: ['policy', 'catalogue'],
  decide: ['policy', 'catalogue', 'grants'],
  ecs: ['policy', 'catalogue', 'grants', 'decide'],
  rules: ['policy', 'catalogue', 'grants', 'decide', 'ecs'],
  advice: ['policy', 'catalogue', 'grants', 'decide', 'ecs', 'rules'],
  analysis: [
    'policy',
    'catalogue',
    'grants',
    'decide',
    'ecs',
    'rules',
    'advice',
  ],
};

const zones = Object.entries(rooms).map(([room, allowed]) => ({
  target: `./src/${room}`,
  from: './src',
  except: [room, ...allowed, ...vocabulary, 'testUtils'].map(
    name => `./${name}`,
  ),
  message: `${room}/ may look into ${
    allowed.map(name => `${name}/`).join(', ') || 'no other room'
  } only; see docs/adr/0002-one-direction.md`,
}));

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
      rules: {
        'import/no-restricted-paths': 'off',
        'jest/expect-expect': [
          'error',
          { assertFunctionNames: ['expect', 'fc.assert'] },
        ],
      },
    },
    {
      // The compiler is the test there.
      files: ['src/rules/defineRule.test.ts'],
      rules: { 'jest/expect-expect': 'off' },
    },
    {
      // Declares the tests of a rule, for its own test file.
      files: ['src/rules/testRule.ts'],
      rules: { 'jest/no-export': 'off' },
    },
    {
      files: ['src/**/*.ts'],
      excludedFiles: [
        '**/*.test.ts',
        '**/*.cases.ts',
        'src/rules/caseBuilders.ts',
        'src/rules/testRule.ts',
        'src/cli/**',
        'src/testUtils/**',
        'src/**/__testUtils__/**',
      ],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                group: [
                  '*.test',
                  '*.test.ts',
                  '**/testUtils/**',
                  '**/testUtils',
                ],
                message: 'Production code does not import from tests.',
              },
            ],
          },
        ],
        'no-restricted-syntax': [
          'error',
          ...[
            'ImportDeclaration',
            'ExportNamedDeclaration',
            'ExportAllDeclaration',
          ].map(kind => ({
            selector: `${kind}[source.value=/^[^.]/]`,
            message: 'This package depends on nothing outside itself.',
          })),
          {
            selector:
              'CallExpression[callee.object.name="Date"][callee.property.name="now"], NewExpression[callee.name="Date"][arguments.length=0]',
            message: 'The clock is an argument.',
          },
          {
            selector:
              'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
            message: 'The same input gives the same findings.',
          },
        ],
        'no-restricted-globals': [
          'error',
          'process',
          'console',
          'fetch',
          'require',
        ],
      },
    },
  ],
});
