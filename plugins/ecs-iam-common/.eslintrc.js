module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  tsRules: require('../../eslint.order.js'),
});
