import { unknown } from '../../known';
import type { Known } from '../../known';
import { placesOf } from '../placement';
import type { Place } from '../placement';
import { distinct } from '../needs/phrases';
import type { CapacityProvider, Host, HostTemplate } from '../service';
import type { ServiceContext } from '../serviceContext';
import type { Compute } from '../slots';
import { hostsOf, providersOf } from './candidates';
import { roleOfHost, roleOfTemplate } from './hostRole';
import { unreadBecause } from './unread';

/** A role that hosts of a service have, or that its next host would get, and how that is known. */
export type InstanceRole = Readonly<{
  role: Known<string | null>;
  compute: Compute;
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
  const future = (providers.known ? providers.value : []).flatMap(provider =>
    rolesOfNextHost(
      provider,
      place.compute,
      running.filter(host => host.capacityProviderName === provider.name),
      context,
    ).map(each => ({ ...each, notes: [...unreadHosts, ...each.notes] })),
  );
  const found = [
    ...running.map(host => roleOfRunningHost(host, place.compute, context)),
    ...future,
  ];
  return found.length > 0
    ? found
    : [
        {
          role: whyNone(place, hosts, providers),
          compute: place.compute,
          host: null,
          nextHostOf: null,
          notes: [],
        },
      ];
}

function roleOfRunningHost(
  host: Host,
  compute: Compute,
  context: ServiceContext,
): InstanceRole {
  const role = roleOfHost(host, context);
  const template = templatesOf(host, context);
  // EC2 need not be asked for a managed instance: its provider names the one profile that there is.
  const [only] = template ?? [];
  return {
    role:
      !role.known && compute === 'managed-instances' && only
        ? roleOfTemplate(only, context)
        : role,
    compute,
    host,
    nextHostOf: null,
    notes: driftNotes(host, role, template, context),
  };
}

// The template may have changed since the host was started.
function driftNotes(
  host: Host,
  role: Known<string | null>,
  templates: readonly HostTemplate[] | null,
  context: ServiceContext,
): readonly string[] {
  const next = (templates ?? []).map(template => ({
    template,
    role: roleOfTemplate(template, context),
  }));
  if (
    !role.known ||
    next.length === 0 ||
    !next.every(each => each.role.known)
  ) {
    return [];
  }
  const same = next.some(
    each => each.role.known && each.role.value === role.value,
  );
  if (same) {
    return [];
  }
  const would = distinct(
    next.map(
      each =>
        `${each.role.known ? nameOf(each.role.value) : ''} (${describe(
          each.template,
        )})`,
    ),
  );
  return [
    `Host and template differ: running hosts of capacity provider ${
      host.capacityProviderName
    } have ${nameOf(role.value)}, the next one gets ${would.join(' or ')}`,
  ];
}

function rolesOfNextHost(
  provider: CapacityProvider,
  compute: Compute,
  running: readonly Host[],
  context: ServiceContext,
): readonly InstanceRole[] {
  const entry = (role: Known<string | null>, note: string): InstanceRole => ({
    role,
    compute,
    host: null,
    nextHostOf: provider.name,
    notes: [note],
  });
  if (!provider.templates.known) {
    return running.length > 0
      ? []
      : [
          entry(
            provider.templates,
            `What the next host of capacity provider ${provider.name} would get could not be read`,
          ),
        ];
  }
  const present = running.flatMap(host => {
    const role = roleOfHost(host, context);
    return role.known ? [role.value] : [];
  });
  return provider.templates.value
    .map(template => ({ template, role: roleOfTemplate(template, context) }))
    .filter(
      ({ role }) =>
        running.length === 0 ||
        (role.known && present.length > 0 && !present.includes(role.value)),
    )
    .map(({ template, role }) =>
      entry(
        role,
        template.instanceProfile === null
          ? `The next host of capacity provider ${
              provider.name
            } would get no instance profile (${describe(
              template,
            )}), so it could not register`
          : `Would be used by the next host of capacity provider ${
              provider.name
            } (${describe(template)})`,
      ),
    );
}

function templatesOf(
  host: Host,
  { capacityProviders }: ServiceContext,
): readonly HostTemplate[] | null {
  const provider = capacityProviders.known
    ? capacityProviders.value.find(
        each => each.name === host.capacityProviderName,
      )
    : undefined;
  return provider?.templates.known ? provider.templates.value : null;
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

function nameOf(roleArn: string | null): string {
  return roleArn === null
    ? 'no role'
    : roleArn.slice(roleArn.lastIndexOf('/') + 1);
}

function describe(template: HostTemplate): string {
  switch (template.source) {
    case 'launch-template':
      return `launch template ${template.name}`;
    case 'mixed-instances':
      return `launch template ${template.name} of the mixed instances policy`;
    case 'mixed-instances-override':
      return `launch template ${template.name}, an override of the mixed instances policy`;
    case 'launch-configuration':
      return `launch configuration ${template.name}`;
    case 'managed-instances':
      return 'Managed Instances';
    default: {
      const never: never = template.source;
      return never;
    }
  }
}
