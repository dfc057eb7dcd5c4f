import type { TaskHome } from '../derivation';
import { nameIn, unresolvable, variableIn, type Resolved } from '../resolved';
import { isRegion, ownArn } from './ownArn';

// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
const LOG_GROUP_NAME = /^[\w./#-]{1,512}$/;

// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html
export const LOG_STREAM_NAME = /^[^:*]{1,512}$/;

/**
 * @param home - where the tasks run: the group is in their account
 * @param name - of the group, or nothing
 * @param region - when an option names one
 * @returns the ARN without the end that policies add, such as `:log-stream:*`
 */
export function logGroupArn(
  home: TaskHome,
  name: string | null | undefined,
  region?: string,
): Resolved<string> {
  const group = nameIn(name, 'the log group', LOG_GROUP_NAME);
  if (!group.ok) {
    return group;
  }
  if (region !== undefined) {
    const variable = variableIn(region, 'the region of the log group');
    if (variable !== null) {
      return variable;
    }
    if (!isRegion(region)) {
      return unresolvable(`'${region}' is not a region: correct it`);
    }
  }
  return ownArn(home, 'logs', `log-group:${group.value}`, region);
}
