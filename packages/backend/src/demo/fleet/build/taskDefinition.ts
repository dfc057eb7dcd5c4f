import type {
  ContainerDefinition,
  LogConfiguration,
} from '@aws-sdk/client-ecs';
import type { TaskDefinitionDefinition } from '../types';
import { parameterArn, secretArn } from './names';
import type { Site } from './names';
import type { TaskInput } from './taskParts';

/** What RegisterTaskDefinition is told. */
export function taskDefinition(
  site: Site,
  input: TaskInput,
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

/** The same, and the group is made when it is not there. */
export function createsGroup(logs: LogConfiguration): LogConfiguration {
  return {
    ...logs,
    options: { ...logs.options, 'awslogs-create-group': 'true' },
  };
}

/** The sidecar of FireLens. @param config - ARN of a file in S3; absent: what its image brings */
export function logRouter(
  site: Site,
  name: string,
  config?: string,
): ContainerDefinition {
  return {
    name: 'log-router',
    image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.34.0',
    essential: true,
    readonlyRootFilesystem: true,
    user: '10001',
    firelensConfiguration: {
      type: 'fluentbit',
      ...(config && {
        options: { 'config-file-type': 's3', 'config-file-value': config },
      }),
    },
    logConfiguration: awslogs(site, name),
  };
}

/** The same, but the container waits for each line to be taken. */
export function blocking(logs: LogConfiguration): LogConfiguration {
  return { ...logs, options: { ...logs.options, mode: 'blocking' } };
}

function mainContainer(
  site: Site,
  input: TaskInput,
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
    ...Object.entries(input.references ?? {}).map(([name, valueFrom]) => ({
      name,
      valueFrom,
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
    ...(input.environmentFiles && {
      environmentFiles: input.environmentFiles.map(value => ({
        value,
        type: 's3' as const,
      })),
    }),
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
