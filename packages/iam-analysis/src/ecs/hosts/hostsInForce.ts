import type { ServiceHost } from './serviceHost';

/**
 * What the next host would get says something only where none of its capacity provider runs: a template is there to be
 * changed.
 *
 * @param hosts - from `serviceHosts`
 * @returns those that run, and the next ones of capacity providers without any
 */
export function hostsInForce(
  hosts: readonly ServiceHost[],
): readonly ServiceHost[] {
  const started = new Set(
    hosts
      .filter(({ running }) => running)
      .map(({ capacityProvider }) => capacityProvider),
  );
  return hosts.filter(
    ({ running, capacityProvider }) =>
      running || !started.has(capacityProvider),
  );
}
