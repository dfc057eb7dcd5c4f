// @ts-check

/**
 * Which suites to run, with which arguments.
 *
 * @typedef {{
 *   checks: boolean,
 *   scripts: readonly string[] | null,
 *   jest: readonly string[] | null,
 *   portal: readonly string[] | null,
 * }} Selection - `null`: not this suite
 */

/**
 * Shares out the arguments of `npm test -- ...`: paths below `e2e-tests/` are Playwright's, those below `scripts/` are
 * Node's, and everything else goes to Jest. `--checks` adds formatting, lint and types.
 *
 * @param {readonly string[]} args
 * @returns {Selection} every test when there are no paths
 */
export function selectSuites(args) {
  const checks = args.includes('--checks');
  const rest = args.filter(arg => arg !== '--checks');
  if (rest.length === 0) {
    return { checks, scripts: [testsIn('scripts')], jest: [], portal: [] };
  }
  const isScript = (/** @type {string} */ arg) => below('scripts', arg);
  const isPortal = (/** @type {string} */ arg) => below('e2e-tests', arg);
  const isOther = (/** @type {string} */ arg) =>
    !isScript(arg) && !isPortal(arg);
  return {
    checks,
    scripts: some(rest.filter(isScript).map(testsIn)),
    jest: some(rest.filter(isOther)),
    portal: some(rest.filter(isPortal)),
  };
}

/**
 * @param {string} path - of a test, or of a folder
 * @returns {string} as Node's test runner takes it
 */
function testsIn(path) {
  return path.endsWith('.mjs')
    ? path
    : `${path.replace(/\/+$/, '')}/**/*.test.mjs`;
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {boolean}
 */
function below(folder, path) {
  return new RegExp(`^(\\./)?${folder}(/|$)`).test(path);
}

/**
 * @param {string[]} list
 * @returns {string[] | null}
 */
function some(list) {
  return list.length > 0 ? list : null;
}
