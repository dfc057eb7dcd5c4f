import { joinParts } from '../build/fleetPart';
import {
  clusterOf,
  host,
  guarded,
  instanceRole,
  instanceRolePolicy,
  open,
  serverless,
} from '../build/hosts';
import { awsManaged } from '../build/policies';
import { prodEu, prodEuFargate, prodUs } from '../sites';
import type { ClusterDefinition, FleetPart } from '../types';

const execLogging: ClusterDefinition['executeCommand'] = {
  logging: 'OVERRIDE',
  logConfiguration: { cloudWatchLogGroupName: '/ecs/exec' },
};

/** One Auto Scaling group whose hosts can read more than an ECS agent needs: `ecs.config` lies in S3. */
export const production: FleetPart = joinParts({
  roles: [
    instanceRole(prodEu, 'ecsInstanceRole', {
      attached: [
        instanceRolePolicy,
        awsManaged('AmazonSSMManagedInstanceCore'),
        awsManaged('AmazonS3FullAccess'),
      ],
    }),
  ],
  profiles: [
    {
      account: prodEu.account,
      name: 'ecsInstanceRole-profile',
      role: 'ecsInstanceRole',
    },
  ],
  groups: [
    {
      account: prodEu.account,
      region: prodEu.region,
      name: 'prod-eu-hosts',
      capacityProvider: 'prod-eu-hosts',
      template: {
        kind: 'launch-template',
        versions: [
          { profile: 'ecsInstanceRole-profile', metadata: open },
          { profile: 'ecsInstanceRole-profile', metadata: guarded },
        ],
        use: '$Latest',
      },
    },
  ],
  clusters: [
    {
      ...clusterOf(prodEu),
      capacityProviders: ['prod-eu-hosts', 'FARGATE'],
      defaultStrategy: ['prod-eu-hosts'],
      executeCommand: execLogging,
      // One was replaced since the template demands tokens; one has been a way in, and is still open to the world.
      hosts: [
        { metadata: open, publicAddress: true },
        { metadata: open },
        { metadata: guarded },
      ].map(special =>
        host({
          profile: 'ecsInstanceRole-profile',
          capacityProvider: 'prod-eu-hosts',
          ...special,
        }),
      ),
    },
    serverless(prodEuFargate),
    serverless(prodUs),
  ],
});
