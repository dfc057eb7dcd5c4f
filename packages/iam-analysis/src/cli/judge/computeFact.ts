import { computeOf } from '../../ecs/computeOf';
import type { Compute } from '../../ecs/slots';
import { known, unknown, type Known } from '../../known';
import type { Case } from '../evidence/Case';
import { computeNamed } from '../evidence/parseTold';

/**
 * Where the tasks run: as is said; else as the service says; where it does not, as the task definition says when it is for one launch type
 * only. For the role of hosts, the hosts themselves tell.
 */
export function computeFact({
  slot,
  facts,
}: Pick<Case, 'slot' | 'facts'>): Known<readonly Compute[]> {
  const { service, cluster, hosts, told } = facts;
  if (told.compute !== null) {
    return known([told.compute]);
  }
  const only = onlyCompute(facts);
  if (service.known) {
    const providers = unknown(
      'the input holds no capacity providers',
      'ecs:DescribeCapacityProviders',
    );
    const ofService = computeOf(service.value, cluster, providers);
    return known(
      only !== null && ofService.every(each => each === 'unknown')
        ? [only]
        : ofService,
    );
  }
  if (slot === 'instance' && hosts.known && hosts.value.length > 0) {
    const kinds = hosts.value.map(host => (host.external ? 'external' : 'ec2'));
    return known([...new Set(kinds)]);
  }
  return only === null ? service : known([only]);
}

function onlyCompute({ taskDefinition }: Case['facts']): Compute | null {
  if (!taskDefinition.known) {
    return null;
  }
  const [first, ...others] = taskDefinition.value.requiresCompatibilities;
  return others.length === 0 ? computeNamed(first ?? '') : null;
}

/** Whether tasks run on hosts of EC2. That none do is never known: other services may. */
export function ec2HostsFact(given: Case): Known<boolean> {
  const { hosts } = given.facts;
  const compute = computeFact(given);
  return (hosts.known && hosts.value.some(host => !host.external)) ||
    (compute.known && compute.value.includes('ec2'))
    ? known(true)
    : unknown('the input holds no host in facts.hosts');
}
