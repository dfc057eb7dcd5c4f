import type { ServiceHost } from '../../ecs/hosts/serviceHost';
import type { MetadataOptions } from '../../ecs/service';
import { unknown, type Unknown } from '../../known';

/** The hosts whose metadata service is set up in a way that a rule objects to, and what could not be judged. */
export type MetadataFaults = Readonly<{
  hosts: readonly ServiceHost[];
  doubts: readonly Unknown[];
}>;

/**
 * @param hosts - to be judged; external ones have no metadata service
 * @param option - for people: what is looked at
 * @param isFault - of a metadata service that may be switched on; `null`: the host leaves the option to defaults
 */
export function metadataFaults(
  hosts: readonly ServiceHost[],
  option: string,
  isFault: (options: MetadataOptions) => boolean | null,
): MetadataFaults {
  const found: ServiceHost[] = [];
  const doubts = new Map<string, Unknown>();
  for (const host of hosts) {
    const fault = faultOf(host, option, isFault);
    if (fault === true) {
      found.push(host);
    } else if (fault !== false) {
      doubts.set(JSON.stringify(fault), fault);
    }
  }
  return { hosts: found, doubts: [...doubts.values()] };
}

function faultOf(
  { name, compute, metadataOptions }: ServiceHost,
  option: string,
  isFault: (options: MetadataOptions) => boolean | null,
): boolean | Unknown {
  if (compute === 'external') {
    return false;
  }
  if (!metadataOptions.known) {
    return metadataOptions;
  }
  if (metadataOptions.value.httpEndpoint === 'disabled') {
    return false;
  }
  return (
    isFault(metadataOptions.value) ??
    unknown(
      `${name} leaves ${option} to the defaults of the account and the machine image`,
    )
  );
}
