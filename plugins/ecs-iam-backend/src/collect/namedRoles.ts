import type { Service as SdkService } from '@aws-sdk/client-ecs';
import type { NamedRole, RoleSlot } from '@ecs-iam/iam-analysis';

/** Roles of a service that others name for it. */
export type RolesElsewhere = Readonly<{
  expressRoleArn?: string;
  gatewayRoleArns?: readonly string[];
}>;

/**
 * The roles that a service names itself, each once, in the order of their slots, and among them those that are named
 * for it. Source of the fields: ECS API reference of `Service`, `Deployment` and `TaskSet`.
 */
export function namedRoles(
  service: SdkService,
  elsewhere: RolesElsewhere = {},
): readonly NamedRole[] {
  const deployments = service.deployments ?? [];
  const loadBalancers = [
    ...(service.loadBalancers ?? []),
    ...(service.taskSets ?? []).flatMap(set => set.loadBalancers ?? []),
  ];
  return [
    ...inSlot(
      'infrastructure-volumes',
      deployments
        .flatMap(deployment => deployment.volumeConfigurations ?? [])
        .map(volume => volume.managedEBSVolume?.roleArn),
    ),
    ...inSlot(
      'infrastructure-service-connect',
      deployments
        .flatMap(
          deployment => deployment.serviceConnectConfiguration?.services ?? [],
        )
        .map(connected => connected.tls?.roleArn),
    ),
    ...inSlot(
      'infrastructure-lattice',
      deployments
        .flatMap(deployment => deployment.vpcLatticeConfigurations ?? [])
        .map(lattice => lattice.roleArn),
    ),
    ...inSlot(
      'infrastructure-load-balancers',
      loadBalancers.map(balancer => balancer.advancedConfiguration?.roleArn),
    ),
    ...inSlot('infrastructure-express', [elsewhere.expressRoleArn]),
    ...inSlot('gateway', elsewhere.gatewayRoleArns ?? []),
    ...inSlot(
      'lifecycle-hook',
      (service.deploymentConfiguration?.lifecycleHooks ?? []).map(
        hook => hook.roleArn,
      ),
    ),
    ...inSlot(serviceRoleSlot(service.roleArn), [service.roleArn]),
  ];
}

// ECS echoes the service-linked role in the field that once held the legacy service role.
function serviceRoleSlot(roleArn: string | undefined): RoleSlot {
  return roleArn?.includes(':role/aws-service-role/')
    ? 'service-linked'
    : 'service';
}

/** @returns each of the roles in the slot, once */
export function inSlot(
  slot: RoleSlot,
  roleArns: readonly (string | undefined)[],
): readonly NamedRole[] {
  const named = roleArns.filter(
    (arn): arn is string => arn !== undefined && arn !== '',
  );
  return [...new Set(named)].map(roleArn => ({ slot, roleArn }));
}
