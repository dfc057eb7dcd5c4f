import type { HostGroup } from '@ecs-iam/plugin-ecs-iam-common';

/**
 * Tells hosts that ask for a look from those that do not: a container gets at the host, and through it at something that
 * is not its own.
 *
 * @param group - hosts that are alike
 * @returns whether it should be open when the page opens
 */
export function isAlarming({
  imds,
  together,
}: Pick<HostGroup, 'imds' | 'together'>): boolean {
  const isBad = together?.worst === 'critical' || together?.worst === 'high';
  switch (imds.reach) {
    case 'yes':
      return isBad || together === null || together.roles > 1;
    case 'unless-blocked':
    case 'unknown':
      return isBad;
    case 'no':
      return false;
    default:
      return unreachable(imds.reach);
  }
}

function unreachable(reach: never): never {
  throw new Error(`Unknown reach '${reach}'`);
}
