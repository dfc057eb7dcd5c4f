/**
 * The first of what a rule reports. A role has a few dozen statements; of one that is filled up to the limits of IAM,
 * a hundred findings of one kind are enough, and nobody waits for the rest.
 */
export function* atMost<T>(most: number, reports: Iterable<T>): Generator<T> {
  let count = 0;
  for (const report of reports) {
    if (count++ === most) {
      return;
    }
    yield report;
  }
}
