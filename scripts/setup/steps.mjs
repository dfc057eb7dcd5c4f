// @ts-check

const heartbeatMilliseconds = 15_000;

/**
 * Says what is being done while it is done, and how long it took.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work returns
 */
export async function step(title, work) {
  const start = Date.now();
  console.log(`- ${title} ...`);
  const heartbeat = setInterval(
    () => console.log(`  (${secondsSince(start)})`),
    heartbeatMilliseconds,
  );
  try {
    const result = await work();
    console.log(`  done in ${secondsSince(start)}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

/**
 * @param {number} start - as `Date.now()` gave it
 * @returns {string} such as `12 s`
 */
export function secondsSince(start) {
  return `${Math.max(1, Math.round((Date.now() - start) / 1000))} s`;
}
