import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';

/** A role that may do nearly everything has findings with thousands of actions each. */
const MOST = 25;

/**
 * Cuts the long lists in the data of a finding, so that an answer stays small whatever a role may do.
 *
 * @returns the data, and how many entries of each cut list were left out
 */
export function shortenLists(
  data: Finding['data'],
): Pick<Finding, 'data' | 'leftOut'> {
  const entries = Object.entries(data);
  return {
    data: Object.fromEntries(
      entries.map(([name, value]) => [
        name,
        Array.isArray(value) ? value.slice(0, MOST) : value,
      ]),
    ),
    leftOut: Object.fromEntries(
      entries.flatMap(([name, value]) =>
        Array.isArray(value) && value.length > MOST
          ? [[name, value.length - MOST]]
          : [],
      ),
    ),
  };
}
