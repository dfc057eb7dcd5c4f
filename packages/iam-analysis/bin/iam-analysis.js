#!/usr/bin/env node
// The command of the published package. In the repository, `npm run -s iam-analysis -- ...` runs it from its sources.
const { main } = require('../dist/cli.cjs.js');
const { version } = require('../package.json');

main(version);
