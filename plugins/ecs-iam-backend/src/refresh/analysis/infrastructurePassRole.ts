import {
  known,
  resolveRoleArn,
  rolesPassedTo,
  unknown,
} from '@ecs-iam/iam-analysis';
import type {
  CapacityProvider,
  Known,
  ServiceContext,
  ServiceHost,
} from '@ecs-iam/iam-analysis';
import type { RoleEvidence } from './RoleEvidence';

/**
 * The roles that the infrastructure roles of a service's Managed Instances may pass to EC2, as patterns.
 *
 * @param hosts - of the service
 * @returns unknown when one of these roles could not be read
 */
export function infrastructurePassRole(
  { capacityProviders, service }: ServiceContext,
  hosts: Known<readonly ServiceHost[]>,
  roles: RoleEvidence,
): Known<readonly string[]> {
  if (!capacityProviders.known) {
    return capacityProviders;
  }
  const patterns: string[] = [];
  for (const provider of capacityProviders.value) {
    const { infrastructureRoleArn: role } = provider;
    if (role !== null && startsHosts(provider, hosts)) {
      const { grants } = roles.factsOf(resolveRoleArn(role, service));
      if (!grants?.known) {
        return grants ?? unknown('the infrastructure role was not read');
      }
      patterns.push(...rolesPassedTo(grants.value, 'ec2.amazonaws.com'));
    }
  }
  return known(patterns);
}

// Where the hosts are not known, any of the cluster may start them.
function startsHosts(
  { kind, name }: CapacityProvider,
  hosts: Known<readonly ServiceHost[]>,
): boolean {
  return (
    kind === 'managed-instances' &&
    (!hosts.known ||
      hosts.value.some(({ capacityProvider }) => capacityProvider === name))
  );
}
