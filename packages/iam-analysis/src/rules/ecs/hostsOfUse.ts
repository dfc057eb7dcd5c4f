import { hostsInForce } from '../../ecs/hosts/hostsInForce';
import type { ServiceHost } from '../../ecs/hosts/serviceHost';
import { count } from '../../ecs/needs/phrases';
import type { RuleContext } from '../defineRule';
import { listed, quoted } from '../words';

/**
 * The hosts that a use of an instance role is about.
 *
 * @param hosts - of the service
 * @param role - of the use; `null`: hosts without a role
 * @returns those that have the role: running ones, and next ones of capacity providers of which none runs
 */
export function hostsOfUse(
  hosts: readonly ServiceHost[],
  role: RuleContext['role'],
): readonly ServiceHost[] {
  return hostsInForce(
    hosts.filter(
      ({ roleArn }) => roleArn.known && roleArn.value === (role?.arn ?? null),
    ),
  );
}

/** How many hosts run, and the capacity providers whose next host would be one of them. */
export type HostCount = Readonly<{
  running: number;
  nextOf: readonly string[];
}>;

/** @param hosts - of a finding */
export function countHosts(hosts: readonly ServiceHost[]): HostCount {
  const next = hosts.filter(({ running }) => !running);
  return {
    running: hosts.length - next.length,
    nextOf: [
      ...new Set(
        next.flatMap(({ capacityProvider }) => capacityProvider ?? []),
      ),
    ],
  };
}

/** `3 hosts`, `the next host of `asg``, `1 host and the next host of `asg``. */
export function hostsText({ running, nextOf }: HostCount): string {
  return listed([
    ...(running > 0 ? [count(running, 'host')] : []),
    ...(nextOf.length > 0 ? [`the next host of ${quoted(nextOf)}`] : []),
  ]);
}
