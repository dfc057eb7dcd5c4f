import { unknown } from '../../known';
import type { Doubt } from '../defineRule';

/**
 * The first of what a rule reports. A role has a few dozen statements; of one that is filled up to the limits of IAM,
 * a hundred findings of one kind are enough, and nobody waits for the rest. That there is a rest is not kept back.
 *
 * @returns the reports, and when there are more, a doubt in place of them
 */
export function* atMost<T>(
  most: number,
  reports: Iterable<T>,
): Generator<T | Doubt> {
  let count = 0;
  for (const report of reports) {
    if (count++ === most) {
      yield leftOut(`the role has more than ${most} of these`);
      return;
    }
    yield report;
  }
}

/** That not all of a role was compared: the work that a rule may make of one role is bounded. */
export function leftOut(because: string): Doubt {
  return { undecided: unknown(because) };
}
