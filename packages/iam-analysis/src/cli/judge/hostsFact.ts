import type { ServiceHost } from '../../ecs/hosts/serviceHost';
import type { Host } from '../../ecs/service';
import { known, mapKnown, unknown, type Known } from '../../known';
import type { Case } from '../evidence/Case';

/** The hosts that were handed in. The role of an instance slot is theirs. */
export function hostsFact({
  role,
  slot,
  facts,
}: Case): Known<readonly ServiceHost[]> {
  const own = slot === 'instance' && role !== null ? known(role.arn) : null;
  return mapKnown(facts.hosts, hosts =>
    hosts.map(host => serviceHost(host, own ?? roleOf(host))),
  );
}

function serviceHost(host: Host, roleArn: Known<string | null>): ServiceHost {
  return {
    name: host.instanceId ?? host.arn.slice(host.arn.lastIndexOf('/') + 1),
    running: true,
    compute: host.external ? 'external' : 'ec2',
    capacityProvider: host.capacityProviderName,
    roleArn,
    metadataOptions: host.metadataOptions,
    attributes: known(host.attributes),
    publicIp: host.publicIp,
    tasks: host.tasks,
  };
}

function roleOf(host: Host): Known<string | null> {
  if (host.external) {
    return host.registeredRoleArn;
  }
  const profile = host.instanceProfileArn;
  // A machine without a profile has no role; which one a profile holds, the ARN of the profile does not tell.
  return profile.known && profile.value !== null
    ? unknown(
        'the input does not tell which role the instance profile holds',
        'iam:GetInstanceProfile',
      )
    : mapKnown(profile, () => null);
}
