import type { NamedRole } from '../../ecs/service';
import type { RoleSlot } from '../../ecs/slots';
import { list, object, optional, optionalText } from '../input/place';
import { rootOf, type Fields, type Place } from '../input/place';

/**
 * The roles that a service names itself, each once, in the order of their slots. Source of the fields: ECS API
 * reference of `Service`, `Deployment` and `TaskSet`.
 */
export function parseNamedRoles(at: Fields): readonly NamedRole[] {
  const deployments = list(at('deployments'), each => object(each));
  const taskSets = list(at('taskSets'), each => object(each));
  const configuration = optional(at('deploymentConfiguration'), object);
  return [
    ...inSlot(
      'infrastructure-volumes',
      deployments.flatMap(each =>
        list(each('volumeConfigurations'), volume =>
          within(volume, 'managedEBSVolume', 'roleArn'),
        ),
      ),
    ),
    ...inSlot(
      'infrastructure-service-connect',
      deployments.flatMap(each =>
        list(
          within(each('serviceConnectConfiguration'), 'services'),
          connected => within(connected, 'tls', 'roleArn'),
        ),
      ),
    ),
    ...inSlot(
      'infrastructure-lattice',
      deployments.flatMap(each =>
        list(each('vpcLatticeConfigurations'), lattice =>
          within(lattice, 'roleArn'),
        ),
      ),
    ),
    ...inSlot(
      'infrastructure-load-balancers',
      [at, ...taskSets].flatMap(each =>
        list(each('loadBalancers'), balancer =>
          within(balancer, 'advancedConfiguration', 'roleArn'),
        ),
      ),
    ),
    ...inSlot(
      'lifecycle-hook',
      configuration
        ? list(configuration('lifecycleHooks'), hook => within(hook, 'roleArn'))
        : [],
    ),
    ...inSlot(serviceRoleSlot(optionalText(at('roleArn'))), [at('roleArn')]),
  ];
}

function within(place: Place, ...keys: readonly string[]): Place {
  return keys.reduce(
    (found, key) => optional(found, object)?.(key) ?? rootOf(undefined),
    place,
  );
}

// ECS echoes the service-linked role in the field that once held the legacy service role.
function serviceRoleSlot(roleArn: string | null): RoleSlot {
  return roleArn?.includes(':role/aws-service-role/')
    ? 'service-linked'
    : 'service';
}

function inSlot(
  slot: RoleSlot,
  roleArns: readonly Place[],
): readonly NamedRole[] {
  const named = roleArns.flatMap(place => optionalText(place) ?? []);
  return [...new Set(named)].map(roleArn => ({ slot, roleArn }));
}
