import { known, unknown } from '../../known';
import type { Known } from '../../known';
import { distinct } from '../needs/phrases';
import { placesOf } from '../placement';
import type { Place } from '../placement';
import { hostsOf, providersOf, startersOf } from '../rows/candidates';
import { instanceRoles } from '../rows/instanceRoles';
import { nextHostsOf } from '../rows/nextHost';
import type { NextHost } from '../rows/nextHost';
import type { CapacityProvider, Host } from '../service';
import type { ServiceContext } from '../serviceContext';
import type { ServiceHost } from './serviceHost';

const NOT_RUNNING = unknown('the host does not run yet');

/**
 * The hosts on which tasks of a service may run: those that are there, and by the templates of its capacity providers
 * those that would be started next.
 *
 * @param context - the service and what was read around it
 * @returns running hosts first, each once; empty on Fargate alone. A next host whose template could not be read is a
 *   host of which nothing is known. Unknown: a list that could not be complete, or nothing says on what the tasks run
 * @public
 */
export function serviceHosts(
  context: ServiceContext,
): Known<readonly ServiceHost[]> {
  const places = placesOf(
    context.service,
    context.cluster,
    context.capacityProviders,
  ).filter(place => place.compute !== 'fargate');
  if (places.length === 0) {
    return known([]);
  }
  const { hosts, capacityProviders } = context;
  for (const place of places) {
    if (place.compute === 'unknown') {
      return place.why;
    }
  }
  if (!hosts.known) {
    return hosts;
  }
  const roles = instanceRoles(context);
  const none = roles.find(each => each.host === null && !each.nextHostOf);
  if (none && !none.role.known) {
    return none.role;
  }
  // A host may be found by launch type and by capacity provider.
  const running = new Map(
    roles.flatMap(each => (each.host ? [[each.host, each] as const] : [])),
  );
  // What started a host tells EC2 from Managed Instances.
  if (
    !capacityProviders.known &&
    [...running.keys()].some(host => host.capacityProviderName !== null)
  ) {
    return capacityProviders;
  }
  return known([
    ...[...running].map(([host, { role, place }]) =>
      runningHost(host, role, place),
    ),
    ...distinct(places.flatMap(place => startersIn(place, context))).flatMap(
      provider => nextHostsIn(provider, context),
    ),
  ]);
}

function startersIn(
  place: Place,
  context: ServiceContext,
): readonly CapacityProvider[] {
  const hosts = hostsOf(place, context);
  const providers = providersOf(place, context);
  return startersOf(
    place,
    hosts.known ? hosts.value : [],
    providers.known ? providers.value : [],
  );
}

function runningHost(
  host: Host,
  roleArn: Known<string | null>,
  { compute }: Place,
): ServiceHost {
  return {
    name: host.instanceId ?? host.arn.slice(host.arn.lastIndexOf('/') + 1),
    running: true,
    compute: compute === 'managed-instances' ? compute : machineOf(host),
    capacityProvider: host.capacityProviderName,
    roleArn,
    metadataOptions: host.metadataOptions,
    attributes: known(host.attributes),
    publicIp: host.publicIp,
    tasks: host.tasks,
  };
}

function machineOf({ external }: Host): 'ec2' | 'external' {
  return external ? 'external' : 'ec2';
}

function nextHostsIn(
  provider: CapacityProvider,
  context: ServiceContext,
): readonly ServiceHost[] {
  const next = nextHostsOf(provider, context);
  return next.known
    ? next.value.map(each => nextHost(provider, each))
    : [
        {
          ...nextHostOf(provider),
          name: provider.name,
          roleArn: next,
          metadataOptions: next,
        },
      ];
}

function nextHost(
  provider: CapacityProvider,
  { role, template }: NextHost,
): ServiceHost {
  return {
    ...nextHostOf(provider),
    name: template.name,
    roleArn: role,
    metadataOptions: template.metadataOptions
      ? known(template.metadataOptions)
      : unknown(
          `${template.name} leaves them to the defaults of the account and the machine image`,
        ),
  };
}

function nextHostOf({ kind, name }: CapacityProvider) {
  return {
    running: false,
    compute: kind === 'managed-instances' ? kind : ('ec2' as const),
    capacityProvider: name,
    attributes: NOT_RUNNING,
    publicIp: NOT_RUNNING,
    tasks: known([]),
  };
}
