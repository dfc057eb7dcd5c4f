import { joinParts } from '../build/fleetPart';
import {
  agentAttributes,
  blocksMetadata,
  clusterOf,
  guarded,
  host,
  instanceRole,
  instanceRolePolicy,
  many,
  open,
  serverless,
} from '../build/hosts';
import { allow, awsManaged, policy, trustService } from '../build/policies';
import { sandbox, staging } from '../sites';
import type { FleetPart } from '../types';

/** The template names a new, smaller role; half of the hosts were never replaced. One more runs without a profile. */
export const stagingHosts: FleetPart = joinParts({
  roles: [
    instanceRole(staging, 'staging-hosts-old', {
      attached: [instanceRolePolicy, awsManaged('PowerUserAccess')],
      // A task was to do what the hosts do.
      trust: trustService('ec2.amazonaws.com', 'ecs-tasks.amazonaws.com'),
      createdDaysAgo: 1600,
    }),
    instanceRole(staging, 'staging-hosts', {
      createdDaysAgo: 30,
      inline: {
        exec: policy(allow(['ecs:UpdateContainerInstancesState'], '*')),
      },
    }),
  ],
  profiles: [
    {
      account: staging.account,
      name: 'staging-hosts-old',
      role: 'staging-hosts-old',
    },
    { account: staging.account, name: 'staging-hosts', role: 'staging-hosts' },
  ],
  groups: [
    {
      account: staging.account,
      region: staging.region,
      name: 'staging-eu-hosts',
      capacityProvider: 'staging-eu-hosts',
      template: {
        kind: 'launch-template',
        versions: [
          { profile: 'staging-hosts-old', metadata: open },
          { profile: 'staging-hosts', metadata: guarded },
        ],
        use: '$Latest',
      },
    },
  ],
  clusters: [
    {
      ...clusterOf(staging),
      capacityProviders: ['staging-eu-hosts', 'FARGATE', 'FARGATE_SPOT'],
      defaultStrategy: ['FARGATE_SPOT'],
      hosts: [
        ...many(
          2,
          host({
            profile: 'staging-hosts-old',
            metadata: open,
            capacityProvider: 'staging-eu-hosts',
          }),
        ),
        host({
          profile: 'staging-hosts',
          capacityProvider: 'staging-eu-hosts',
          attributes: [...agentAttributes, blocksMetadata],
        }),
        host({ profile: null }),
      ],
    },
    serverless(sandbox),
  ],
});
