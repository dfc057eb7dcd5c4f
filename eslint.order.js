/**
 * A file starts with what it is about, and the details follow: a function may use what is defined further down. Using a
 * value before it exists is still an error.
 */
module.exports = {
  '@typescript-eslint/no-use-before-define': [
    'error',
    { functions: false, classes: false, variables: false, typedefs: false },
  ],
};
