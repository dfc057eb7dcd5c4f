import { joinParts } from '../build/fleetPart';
import {
  clusterOf,
  host,
  instanceRole,
  instanceRolePolicy,
  many,
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
        versions: [{ profile: 'ecsInstanceRole-profile', metadata: open }],
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
      hosts: many(
        3,
        host({
          profile: 'ecsInstanceRole-profile',
          metadata: open,
          capacityProvider: 'prod-eu-hosts',
          runningTasks: 7,
        }),
      ),
    },
    serverless(prodEuFargate),
    serverless(prodUs),
  ],
});
