import { known } from '@ecs-iam/iam-analysis';
import type { Host, HostTask } from '@ecs-iam/iam-analysis';
import {
  aCluster,
  aDeployment,
  aHost,
  anInstanceProfile,
  aRole,
  aRolePolicy,
  aService,
  aTaskDefinition,
  ecsArn,
  roleArn,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';

/** Tasks of a family that a service of the same name runs. */
export function hostTasks(
  family: string,
  parts: Partial<HostTask> = {},
): HostTask {
  return {
    taskDefinitionArn: taskDefinitionArn(`${family}:1`),
    serviceName: family,
    taskRoleArn: null,
    executionRoleArn: null,
    count: 1,
    ...parts,
  };
}

/** An EC2 host with metadata options that let containers on a bridge through. */
export function openHost(id: string, parts: Partial<Host> = {}): Host {
  return aHost({
    instanceId: id,
    arn: ecsArn(`container-instance/prod-eu/${id}`),
    metadataOptions: known({
      httpEndpoint: 'enabled',
      httpTokens: 'optional',
      httpPutResponseHopLimit: 1,
    }),
    ...parts,
  });
}

/** Policies that allow actions on everything. */
export function allowing(...actions: readonly string[]) {
  const Statement = [{ Effect: 'Allow', Action: actions, Resource: '*' }];
  return known([
    aRolePolicy({
      document: known(JSON.stringify({ Version: '2012-10-17', Statement })),
    }),
  ]);
}

/**
 * Services on the hosts of a cluster, on a bridge, each with the task role `NAME-task`. The role of the hosts lets
 * whoever has it pass for the agent.
 */
export function onHosts(
  families: readonly string[],
  services: readonly string[],
  hosts: readonly Host[],
): readonly FactPage[] {
  return [
    { kind: 'cluster', facts: [aCluster()] },
    {
      kind: 'service',
      facts: services.map(name =>
        aService({
          name,
          launchType: 'EC2',
          deployments: [
            aDeployment({ taskDefinitionArn: taskDefinitionArn(`${name}:1`) }),
          ],
        }),
      ),
    },
    {
      kind: 'taskDefinition',
      facts: families.map(family =>
        aTaskDefinition({
          family,
          revision: 1,
          networkMode: 'bridge',
          taskRoleArn: roleArn(`${family}-task`),
        }),
      ),
    },
    { kind: 'host', facts: hosts },
    { kind: 'instanceProfile', facts: [anInstanceProfile()] },
    {
      kind: 'role',
      facts: [
        ...families.map(family => aRole({ name: `${family}-task` })),
        aRole({
          name: 'ecsInstanceRole',
          policies: allowing('ecs:Poll', 'ecs:DiscoverPollEndpoint'),
        }),
      ],
    },
  ];
}
