import { mapKnown, unknown } from '../../known';
import type { Known } from '../../known';
import type { CapacityProvider, HostTemplate } from '../service';
import type { ServiceContext } from '../serviceContext';
import { roleOfTemplate } from './hostRole';

/** What the next host of a capacity provider would get, by one of its templates. */
export type NextHost = Readonly<{
  role: Known<string | null>;
  /** `false`: the template gives no instance profile, so the host could not register. */
  hasProfile: boolean;
  /** For people: "launch template lt-1:7". */
  source: string;
  template: HostTemplate;
}>;

/**
 * @param provider - a capacity provider; `undefined` when none of that name was read
 * @param context - holds the instance profiles that could be read
 * @returns one for each template: a mixed instances policy has several
 */
export function nextHostsOf(
  provider: CapacityProvider | undefined,
  context: ServiceContext,
): Known<readonly NextHost[]> {
  if (!provider) {
    return unknown(
      'the capacity provider was not found',
      'ecs:DescribeCapacityProviders',
    );
  }
  return mapKnown(provider.templates, templates =>
    templates.map(template => ({
      role: roleOfTemplate(template, context),
      hasProfile: template.instanceProfile !== null,
      source: describe(template),
      template,
    })),
  );
}

function describe({ source, name }: HostTemplate): string {
  switch (source) {
    case 'launch-template':
      return `launch template ${name}`;
    case 'mixed-instances':
      return `launch template ${name} of the mixed instances policy`;
    case 'mixed-instances-override':
      return `launch template ${name}, an override of the mixed instances policy`;
    case 'launch-configuration':
      return `launch configuration ${name}`;
    case 'managed-instances':
      return 'its own launch template';
    default: {
      const never: never = source;
      return never;
    }
  }
}
