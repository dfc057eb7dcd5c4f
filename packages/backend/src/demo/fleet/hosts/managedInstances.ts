import { joinParts } from '../build/fleetPart';
import { clusterOf, host, instanceRole, many } from '../build/hosts';
import { awsManaged, trustService } from '../build/policies';
import { role, roleArn } from '../build/role';
import { prodUsManaged } from '../sites';
import type { FleetPart } from '../types';

/** Hosts that ECS runs by itself. */
export const managed: FleetPart = joinParts({
  roles: [
    instanceRole(prodUsManaged, 'ecsInstanceRole-managed', {
      attached: [awsManaged('AmazonECSInstanceRolePolicyForManagedInstances')],
    }),
    role(prodUsManaged.account, 'ecsInfrastructureRoleForManagedInstances', {
      trust: trustService('ecs.amazonaws.com'),
      attached: [
        awsManaged('AmazonECSInfrastructureRolePolicyForManagedInstances'),
      ],
      tags: { team: 'platform' },
      lastUsed: { hoursAgo: 5, region: 'us-east-1' },
    }),
  ],
  profiles: [
    {
      account: prodUsManaged.account,
      name: 'ecsInstanceRole-managed',
      role: 'ecsInstanceRole-managed',
    },
  ],
  managedInstances: [
    {
      account: prodUsManaged.account,
      region: prodUsManaged.region,
      name: 'managed-us-general',
      cluster: prodUsManaged.cluster,
      infrastructureRole: roleArn({
        account: prodUsManaged.account,
        path: '/',
        name: 'ecsInfrastructureRoleForManagedInstances',
      }),
      instanceProfile: 'ecsInstanceRole-managed',
    },
  ],
  clusters: [
    {
      ...clusterOf(prodUsManaged),
      capacityProviders: ['managed-us-general'],
      defaultStrategy: ['managed-us-general'],
      hosts: many(
        2,
        host({
          instanceType: 'c7g.xlarge',
          profile: 'ecsInstanceRole-managed',
          capacityProvider: 'managed-us-general',
        }),
      ),
    },
  ],
});
