// @ts-check
// One measurement in a process of its own: what is cold must be cold, and memory must be its own.
const { readFileSync } = require('node:fs');
const { performance } = require('node:perf_hooks');

const [mode, library, documents] = process.argv.slice(2);

function measurements() {
  return { catalogue, json, cold, warm, hostile };
}

function catalogue() {
  return { milliseconds: wallTimeOf(() => require(library).decodeAll()) };
}

function json() {
  const texts = JSON.parse(readFileSync(documents, 'utf8'));
  return {
    milliseconds: wallTimeOf(() => texts.forEach(text => JSON.parse(text))),
  };
}

function cold() {
  const texts = JSON.parse(readFileSync(documents, 'utf8'));
  const engine = require(library);
  let slowest = { milliseconds: 0, index: 0 };
  const milliseconds = wallTimeOf(() =>
    texts.forEach((text, index) => {
      const took = wallTimeOf(() => analyse(engine, [text]));
      slowest =
        took > slowest.milliseconds ? { milliseconds: took, index } : slowest;
    }),
  );
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  gc();
  const heldMegabytes = process.memoryUsage().heapUsed / 1e6;
  return { milliseconds, slowest, peakMegabytes, heldMegabytes };
}

function warm() {
  const texts = JSON.parse(readFileSync(documents, 'utf8'));
  const engine = require(library);
  const analyseAll = all => all.forEach(text => analyse(engine, [text]));
  const parseAll = () => texts.forEach(text => JSON.parse(text));
  for (let round = 0; round < 5; round++) {
    analyseAll(texts);
    parseAll();
  }
  // One after the other, so that a machine that slows down slows both.
  const rounds = Array.from({ length: 9 }, () => ({
    json: meanTimeOf(40, parseAll),
    seen: meanTimeOf(10, () => analyseAll(texts)),
  }));
  const single = texts
    .map((text, index) => ({
      milliseconds: Math.min(
        ...[1, 2, 3].map(() => wallTimeOf(() => analyse(engine, [text]))),
      ),
      index,
    }))
    .sort((a, b) => a.milliseconds - b.milliseconds);
  // Last: they take the place of those that were seen.
  const fresh = Array.from({ length: 5 }, (_, round) =>
    timeOfFresh(texts, round, analyseAll),
  );
  return {
    json: { milliseconds: medianOf(rounds.map(round => round.json)) },
    seen: { milliseconds: medianOf(rounds.map(round => round.seen)) },
    fresh: { milliseconds: medianOf(fresh) },
    p50: single[Math.floor(single.length * 0.5)],
    p99: single[Math.floor(single.length * 0.99)],
    slowest: single[single.length - 1],
    findings: texts.reduce(
      (sum, text) => sum + analyse(engine, [text]).findings.length,
      0,
    ),
  };
}

// The same policies under other Sids: no text was seen before, the patterns were.
function timeOfFresh(texts, round, analyseAll) {
  const fresh = texts.map(text => text.replace('{', `{"Id":"round${round}",`));
  return timeOf(() => analyseAll(fresh));
}

function hostile() {
  const engine = require(library);
  return {
    roles: require('./hostile.cjs')
      .hostileRoles()
      .map(({ name, documents: texts }) => ({
        name,
        milliseconds: timeOf(() => analyse(engine, texts)),
      })),
  };
}

const NOW = new Date('2026-11-02T09:00:00Z');
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'ecs-tasks.amazonaws.com' },
      Action: 'sts:AssumeRole',
    },
  ],
});

/** Milliseconds by the clock on the wall: for what takes less than a tick of the other one. */
function wallTimeOf(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The whole way of a role: from the text that IAM returns to findings. */
function analyse(engine, texts) {
  const role = {
    arn: 'arn:aws:iam::111122223333:role/app',
    name: 'app',
    path: '/',
    accountId: '111122223333',
    partition: 'aws',
    existence: engine.known('exists'),
    trustPolicy: engine.known(TRUST),
    policies: engine.known(
      texts.map((text, index) => ({
        kind: 'managed',
        name: `policy${index}`,
        arn: `arn:aws:iam::111122223333:policy/policy${index}`,
        versionId: 'v1',
        document: engine.known(text),
      })),
    ),
    boundary: engine.known(null),
    tags: engine.known({}),
    lastUsed: engine.known({ date: null, region: null }),
    createdAt: engine.known('2026-01-01T00:00:00.000Z'),
  };
  return engine.analyse(
    { subject: role.arn, slot: 'task', role, facts: engine.roleFacts(role) },
    { rules: engine.rules, now: NOW },
  );
}

// The clock of the thread ticks every few milliseconds: what is short is done often.
function meanTimeOf(times, work) {
  return (
    timeOf(() => {
      for (let time = 0; time < times; time++) {
        work();
      }
    }) / times
  );
}

/** Milliseconds that the thread computed, where Node tells: other programs on the machine do not count. */
function timeOf(work) {
  const start = clock();
  work();
  return clock() - start;
}

function clock() {
  if (!process.threadCpuUsage) {
    return performance.now();
  }
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function medianOf(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

process.stdout.write(JSON.stringify(measurements()[mode]()));
