import type { TaskHome } from '../derivation';
import { resolved, unresolvable, type Resolved } from '../resolved';

/**
 * An ARN in the account of the tasks.
 *
 * @param home - where they run
 * @param service - such as `logs`
 * @param resource - the end of the ARN
 * @param region - when it is another one than theirs
 */
export function ownArn(
  home: TaskHome,
  service: string,
  resource: string,
  region: string = home.region,
): Resolved<string> {
  const { partition, accountId } = home;
  const missing = [
    ...(PARTITION.test(partition) ? [] : ['partition']),
    ...(isRegion(region) ? [] : ['region']),
    ...(/^\d{12}$/.test(accountId) ? [] : ['account']),
  ];
  return missing.length === 0
    ? resolved(`arn:${partition}:${service}:${region}:${accountId}:${resource}`)
    : unresolvable(
        `the ${missing.join(
          ' and the ',
        )} where the tasks run must be known for it`,
      );
}

const PARTITION = /^aws[a-z-]*$/;

/** @returns whether the text has the form of a region: `eu-west-1`, `us-gov-west-1` */
export function isRegion(text: string): boolean {
  return /^[a-z]+(-[a-z]+)+-\d+$/.test(text);
}
