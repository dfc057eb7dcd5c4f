import { joinParts } from '../build/fleetPart';
import { clusterOf, host, instanceRole, many } from '../build/hosts';
import { awsManaged, trustService } from '../build/policies';
import { role, roleArn } from '../build/role';
import { prodUsManaged } from '../sites';
import type { FleetPart } from '../types';

const infrastructureRole = roleArn({
  account: prodUsManaged.account,
  path: '/',
  name: 'ecsInfrastructureRoleForManagedInstances',
});

/**
 * Hosts that ECS runs by itself. Those with a GPU never start: the policy of AWS lets the infrastructure role pass roles
 * of another name only.
 */
export const managed: FleetPart = joinParts({
  roles: [
    instanceRole(prodUsManaged, 'ecsInstanceRole-managed', {
      attached: [awsManaged('AmazonECSInstanceRolePolicyForManagedInstances')],
    }),
    instanceRole(prodUsManaged, 'gpu-hosts', {
      attached: [awsManaged('AmazonECSInstanceRolePolicyForManagedInstances')],
      createdDaysAgo: 4,
      lastUsed: null,
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
  profiles: ['ecsInstanceRole-managed', 'gpu-hosts'].map(name => ({
    account: prodUsManaged.account,
    name,
    role: name,
  })),
  managedInstances: [
    ['managed-us-general', 'ecsInstanceRole-managed'],
    ['managed-us-gpu', 'gpu-hosts'],
  ].map(([name, instanceProfile]) => ({
    account: prodUsManaged.account,
    region: prodUsManaged.region,
    name,
    cluster: prodUsManaged.cluster,
    infrastructureRole,
    instanceProfile,
  })),
  clusters: [
    {
      ...clusterOf(prodUsManaged),
      capacityProviders: ['managed-us-general', 'managed-us-gpu'],
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
