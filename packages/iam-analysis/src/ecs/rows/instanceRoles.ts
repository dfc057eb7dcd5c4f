import { unknown } from '../../known';
import type { Known } from '../../known';
import { placesOf } from '../placement';
import type { Place } from '../placement';
import type { CapacityProvider, Host } from '../service';
import type { ServiceContext } from '../serviceContext';
import { hostsOf, providersOf, startersOf } from './candidates';
import { driftNotes } from './drift';
import { roleOfHost } from './hostRole';
import { nextHostsOf } from './nextHost';
import type { NextHost } from './nextHost';
import { unreadBecause } from './unread';

/** A role that hosts of a service have, or that its next host would get, and how that is known. */
export type InstanceRole = Readonly<{
  role: Known<string | null>;
  place: Place;
  /** `null`: a host that does not run yet. */
  host: Host | null;
  /** Name of the capacity provider whose next host would get the role. */
  nextHostOf: string | null;
  notes: readonly string[];
}>;

/**
 * The instance roles of a service: those of its running hosts, and those that the templates of its capacity providers
 * name, where no host runs or the hosts have another role.
 *
 * @param context - the service and what was read around it
 * @returns one entry for each host and template; empty on Fargate alone
 */
export function instanceRoles(
  context: ServiceContext,
): readonly InstanceRole[] {
  const { service, cluster, capacityProviders } = context;
  return placesOf(service, cluster, capacityProviders)
    .filter(place => place.compute !== 'fargate')
    .flatMap(place => rolesOfPlace(place, context));
}

function rolesOfPlace(
  place: Place,
  context: ServiceContext,
): readonly InstanceRole[] {
  const hosts = hostsOf(place, context);
  const providers = providersOf(place, context);
  const running = hosts.known ? hosts.value : [];
  const unreadHosts = hosts.known
    ? []
    : [`Running hosts could not be read: ${unreadBecause(hosts)}`];

  const found = [
    ...running.map(host => roleOfRunningHost(host, place, context)),
    ...startersOf(
      place,
      running,
      providers.known ? providers.value : [],
    ).flatMap(provider => rolesOfNextHost(provider, place, running, context)),
  ].map(each => ({ ...each, notes: [...unreadHosts, ...each.notes] }));

  return found.length > 0
    ? found
    : [
        {
          role: whyNone(place, hosts, providers),
          place,
          host: null,
          nextHostOf: null,
          notes: [],
        },
      ];
}

function roleOfRunningHost(
  host: Host,
  place: Place,
  context: ServiceContext,
): InstanceRole {
  const provider = host.capacityProviderName;
  const seen = roleOfHost(host, context);
  if (provider === null) {
    return { role: seen, place, host, nextHostOf: null, notes: [] };
  }
  const { capacityProviders } = context;
  const next = capacityProviders.known
    ? nextHostsOf(
        capacityProviders.value.find(each => each.name === provider),
        context,
      )
    : capacityProviders;
  // EC2 need not be asked for a managed instance: its provider names the one profile that there is.
  const [only] = next.known ? next.value : [];
  const role =
    !seen.known && place.compute === 'managed-instances' && only
      ? only.role
      : seen;
  const notes = driftNotes(role, provider, next);
  return { role, place, host, nextHostOf: null, notes };
}

function rolesOfNextHost(
  provider: CapacityProvider,
  place: Place,
  candidates: readonly Host[],
  context: ServiceContext,
): readonly InstanceRole[] {
  const { name } = provider;
  const running = candidates.filter(each => each.capacityProviderName === name);
  const next = nextHostsOf(provider, context);
  const entry = (role: Known<string | null>, note: string): InstanceRole => ({
    role,
    place,
    host: null,
    nextHostOf: name,
    notes: [note],
  });
  if (!next.known) {
    return running.length > 0
      ? []
      : [
          entry(
            next,
            `What the next host of capacity provider ${name} would get could not be read`,
          ),
        ];
  }
  const present = running.flatMap(host => {
    const role = roleOfHost(host, context);
    return role.known ? [role.value] : [];
  });
  return next.value
    .filter(
      ({ role }) =>
        running.length === 0 ||
        (role.known && present.length > 0 && !present.includes(role.value)),
    )
    .map(each => entry(each.role, nextHostNote(each, name)));
}

function nextHostNote(next: NextHost, provider: string): string {
  return next.hasProfile
    ? `Would be used by the next host of capacity provider ${provider} (${next.source})`
    : `The next host of capacity provider ${provider} would get no instance profile (${next.source}), so it could not register`;
}

function whyNone(
  place: Place,
  hosts: Known<readonly Host[]>,
  providers: Known<readonly CapacityProvider[]>,
): Known<never> {
  if (place.compute === 'unknown') {
    return place.why;
  }
  if (!hosts.known) {
    return hosts;
  }
  if (!providers.known) {
    return providers;
  }
  return unknown(
    place.compute === 'external'
      ? 'no external host is registered in the cluster'
      : 'no host is registered, and no capacity provider says what the next one would get',
  );
}
