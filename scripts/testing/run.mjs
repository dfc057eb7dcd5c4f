// @ts-check
// The second half of `npm test`: runs under a Node that Backstage supports, with all packages in place.
import { endWithThisProcess } from '../portal/children.mjs';
import { prepare, root } from '../setup/prepare.mjs';
import { reportFailure } from '../setup/SetupError.mjs';
import { step } from '../setup/steps.mjs';
import { sum } from './counts.mjs';
import { endWith, finish } from './finish.mjs';
import { findBrowser, findMotoServer } from './machine.mjs';
import { startPostgres } from './postgres.mjs';
import { selectSuites } from './selection.mjs';
import {
  runCheck,
  runJest,
  runPlaywright,
  runScriptTests,
  runningSuites,
} from './suites.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/** What was left out, in words. @type {string[]} */
const skipped = [];

/** @type {Counts[]} */
const counts = [];

/** What `.ci/run` asks for beside the tests. */
const allChecks = {
  Formatting: ['prettier/bin-prettier.js', '--check', '.'],
  Lint: [
    '@backstage/cli/bin/backstage-cli',
    'repo',
    'lint',
    '--max-warnings=0',
    '--format=stylish',
  ],
  Types: ['typescript/bin/tsc'],
  'Types of the scripts': ['typescript/bin/tsc', '--project', 'scripts'],
};

async function main() {
  const tools = await prepare();
  const env = { ...tools.env, BACKSTAGE_TEST_DISABLE_DOCKER: '1' };
  const { checks, scripts, jest, portal } = selectSuites(process.argv.slice(2));
  endWithThisProcess(runningSuites);

  if (checks) {
    for (const [name, command] of Object.entries(allChecks)) {
      title(name);
      counts.push(await runCheck({ root, tools, env }, command));
    }
  }
  if (scripts) {
    title('Tests of the scripts');
    counts.push(await runScriptTests({ root, tools, env }, scripts));
  }
  if (jest) {
    title('Tests of the packages');
    await withPostgres(async database => {
      const workplace = { root, tools, env: { ...env, ...database } };
      counts.push(await runJest(workplace, jest));
    });
  }
  const moto = findMotoServer(env);
  if ((jest || portal) && !moto.found) {
    leaveOut('suites with an AWS endpoint', moto.because);
  }
  if (portal) {
    title('Tests of the portal in a browser');
    const browser = findBrowser(root, env);
    if (browser.found) {
      const withBrowser = { ...env, PLAYWRIGHT_CHROMIUM_PATH: browser.path };
      counts.push(
        await runPlaywright({ root, tools, env: withBrowser }, portal),
      );
    } else {
      leaveOut('the portal in a browser', browser.because);
    }
  }
  finish(sum(counts), skipped);
}

/**
 * Runs with a PostgreSQL server, or without one where none starts.
 *
 * @param {(env: Record<string, string>) => Promise<void>} work
 */
async function withPostgres(work) {
  const variable = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
  if (process.env[variable]) {
    await work({});
    return;
  }
  const server = await step('Starting PostgreSQL', () =>
    startPostgres(root),
  ).catch(error => {
    leaveOut(
      'suites with PostgreSQL',
      `it does not start here: ${
        error instanceof Error ? error.message : error
      }`,
    );
    return undefined;
  });
  try {
    await work(server ? { [variable]: server.connectionString } : {});
  } finally {
    await server?.stop();
  }
}

/**
 * A suite that this machine cannot run. Where everything must run, that is a failure.
 *
 * @param {string} suite
 * @param {string} because
 */
function leaveOut(suite, because) {
  const sentence = `${suite}: ${because}`;
  if (process.env.CI === 'true') {
    console.error(`FAILED ${sentence} (with CI=true nothing may be skipped)`);
    counts.push({ passed: 0, failed: 1, skipped: 0 });
  } else {
    skipped.push(sentence);
  }
}

/** @param {string} text */
function title(text) {
  console.log(`\n== ${text}`);
}

main().catch(error => {
  reportFailure(error);
  endWith(1);
});
