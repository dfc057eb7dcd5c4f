import type {
  ContainerDefinition,
  LogConfiguration,
} from '@aws-sdk/client-ecs';
import type { TaskDefinitionDefinition } from '../types';
import { parameterArn, secretArn } from './names';
import type { Site } from './names';
import type { ServiceInput } from './service';

/** What RegisterTaskDefinition is told for a service. */
export function taskDefinition(
  site: Site,
  input: ServiceInput,
  roles: Readonly<{
    execution: string | null;
    task: string | null;
    image: string;
  }>,
): TaskDefinitionDefinition {
  const { compatibility, networkMode } = input.on;
  return {
    family: input.name,
    revision: input.revision ?? 1,
    input: {
      requiresCompatibilities: [compatibility],
      networkMode,
      cpu: '512',
      memory: '1024',
      ...(roles.execution && { executionRoleArn: roles.execution }),
      ...(roles.task && { taskRoleArn: roles.task }),
      ...input.more,
      containerDefinitions: [
        { ...mainContainer(site, input, roles.image), ...input.container },
        ...(input.sidecars ?? []),
      ],
    },
  };
}

function mainContainer(
  site: Site,
  input: ServiceInput,
  image: string,
): ContainerDefinition {
  const secrets = [
    ...Object.entries(input.secrets ?? {}).map(([name, path]) => ({
      name,
      valueFrom: secretArn(site, path),
    })),
    ...Object.entries(input.parameters ?? {}).map(([name, path]) => ({
      name,
      valueFrom: parameterArn(site, path),
    })),
  ];
  return {
    name: 'app',
    image,
    essential: true,
    readonlyRootFilesystem: true,
    user: '10001',
    environment: Object.entries(input.environment ?? {}).map(
      ([name, value]) => ({ name, value }),
    ),
    ...(secrets.length > 0 && { secrets }),
    ...(input.logs !== false && {
      logConfiguration: awslogs(site, input.name),
    }),
  };
}

/** `awslogs` to the group that each service has. */
export function awslogs(site: Site, name: string): LogConfiguration {
  return {
    logDriver: 'awslogs',
    options: {
      'awslogs-group': `/ecs/${name}`,
      'awslogs-region': site.region,
      'awslogs-stream-prefix': 'ecs',
    },
  };
}
