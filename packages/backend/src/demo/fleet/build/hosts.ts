import { awsManaged, trustService } from './policies';
import { role } from './role';
import type { Site } from './names';
import type {
  FleetPart,
  HostDefinition,
  MetadataOptionsDefinition,
  RoleDefinition,
} from '../types';

export const instanceRolePolicy = awsManaged(
  'service-role/AmazonEC2ContainerServiceforEC2Role',
);
export const guarded: MetadataOptionsDefinition = {
  HttpTokens: 'required',
  HttpPutResponseHopLimit: 1,
};
export const open: MetadataOptionsDefinition = {
  HttpTokens: 'optional',
  HttpPutResponseHopLimit: 2,
};

/** What an ECS agent of 2026 says of its host (agent source, `agent_capability.go`). */
export const agentAttributes = [
  'com.amazonaws.ecs.capability.privileged-container',
  'com.amazonaws.ecs.capability.task-iam-role',
  'com.amazonaws.ecs.capability.task-iam-role-network-host',
  'ecs.capability.execution-role-ecr-pull',
  'ecs.capability.execution-role-awslogs',
  'ecs.capability.execute-command',
  'ecs.capability.task-eni',
];
export const blocksMetadata = 'ecs.capability.task-eni-block-instance-metadata';

/** A role for hosts, as AWS recommends it. */
export function instanceRole(
  { account, region }: Site,
  name: string,
  special: Partial<RoleDefinition> = {},
): RoleDefinition {
  return role(account, name, {
    trust: trustService('ec2.amazonaws.com'),
    attached: [instanceRolePolicy],
    tags: { team: 'platform' },
    createdDaysAgo: 900,
    lastUsed: { hoursAgo: 1, region },
    ...special,
  });
}

/** A guarded host without a profile, with what is special about it. */
export function host(special: Partial<HostDefinition>): HostDefinition {
  return {
    instanceType: 'm7g.large',
    profile: null,
    metadata: guarded,
    capacityProvider: null,
    attributes: agentAttributes,
    publicAddress: false,
    ...special,
  };
}

/** Hosts that are all alike. */
export function many(
  count: number,
  one: HostDefinition,
): readonly HostDefinition[] {
  return Array.from({ length: count }, () => one);
}

/** A site as the cluster of it. */
export function clusterOf({ account, region, cluster }: Site) {
  return { account, region, name: cluster };
}

/** A cluster that has Fargate alone. */
export function serverless(site: Site): FleetPart['clusters'][number] {
  return {
    ...clusterOf(site),
    capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
    defaultStrategy: ['FARGATE'],
    hosts: [],
  };
}
