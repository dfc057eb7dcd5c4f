import { known, mapKnown } from '../../known';
import type { Known } from '../../known';
import type { Place } from '../placement';
import type { CapacityProvider, Host } from '../service';
import type { ServiceContext } from '../serviceContext';

/**
 * Hosts on which tasks of a place may land: those of its capacity provider, or all of its kind when it is chosen by
 * launch type. Where neither is known, all hosts of the cluster.
 *
 * @param place - from `placesOf`
 * @param context - the hosts of the cluster
 * @returns hosts that are registered, in the order in which they were read
 */
export function hostsOf(
  place: Place,
  { hosts, capacityProviders }: ServiceContext,
): Known<readonly Host[]> {
  const managed = new Set(
    capacityProviders.known
      ? capacityProviders.value
          .filter(each => each.kind === 'managed-instances')
          .map(each => each.name)
      : [],
  );
  const isManaged = (host: Host) =>
    host.capacityProviderName !== null &&
    managed.has(host.capacityProviderName);

  const mayLandOn = (host: Host): boolean => {
    if (place.provider !== null) {
      return host.capacityProviderName === place.provider;
    }
    switch (place.compute) {
      case 'fargate':
        return false;
      case 'ec2':
        return !host.external && !isManaged(host);
      case 'managed-instances':
        return isManaged(host);
      case 'external':
        return host.external;
      case 'unknown':
        return true;
      default: {
        const never: never = place;
        return never;
      }
    }
  };
  return mapKnown(hosts, all =>
    all.filter(host => isRegistered(host) && mayLandOn(host)),
  );
}

/**
 * @param place - from `placesOf`
 * @param context - the capacity providers of the cluster
 * @returns the providers that could start a host for it
 */
export function providersOf(
  place: Place,
  { capacityProviders }: ServiceContext,
): Known<readonly CapacityProvider[]> {
  if (place.compute === 'fargate' || place.compute === 'external') {
    return known([]);
  }
  const kind =
    place.compute === 'managed-instances'
      ? 'managed-instances'
      : 'auto-scaling-group';
  return mapKnown(capacityProviders, all =>
    all.filter(each =>
      place.provider === null
        ? place.compute !== 'unknown' && each.kind === kind
        : each.name === place.provider,
    ),
  );
}

/**
 * By launch type tasks land on hosts that are there; who starts more of them is asked only when there are none.
 *
 * @param place - from `placesOf`
 * @param running - the hosts of the place
 * @param providers - the capacity providers of the place
 * @returns those whose next host may be one of the place
 */
export function startersOf(
  place: Place,
  running: readonly Host[],
  providers: readonly CapacityProvider[],
): readonly CapacityProvider[] {
  return providers.filter(
    each =>
      place.provider !== null ||
      running.length === 0 ||
      running.some(host => host.capacityProviderName === each.name),
  );
}

function isRegistered({ status }: Host): boolean {
  return status !== 'INACTIVE' && status !== 'REGISTRATION_FAILED';
}
