import type { Container, TaskDefinition, Volume } from '../ecs/taskDefinition';
import { taskDefinitionArn } from './names';

/**
 * @param parts - what differs from `checkout:7`: one container, no roles. ARN follows from family and revision
 * @public
 */
export function aTaskDefinition(
  parts: Partial<TaskDefinition> = {},
): TaskDefinition {
  const family = parts.family ?? 'checkout';
  const revision = parts.revision ?? 7;
  return {
    arn: taskDefinitionArn(`${family}:${revision}`),
    family,
    revision,
    taskRoleArn: null,
    executionRoleArn: null,
    networkMode: 'awsvpc',
    pidMode: null,
    ipcMode: null,
    requiresCompatibilities: [],
    operatingSystem: null,
    containers: [aContainer()],
    volumes: [],
    proxyType: null,
    enableFaultInjection: false,
    ...parts,
  };
}

/**
 * @param parts - what differs from a container `app` with a public image, no logs and no secrets, which needs no role
 * @public
 */
export function aContainer(parts: Partial<Container> = {}): Container {
  return {
    name: 'app',
    image: 'public.ecr.aws/nginx/nginx:1.29',
    essential: true,
    environment: [],
    environmentFiles: [],
    secrets: [],
    logConfiguration: null,
    repositoryCredentials: null,
    firelens: null,
    credentialSpecs: [],
    privileged: false,
    user: null,
    readonlyRootFilesystem: false,
    addedCapabilities: [],
    mountPoints: [],
    ...parts,
  };
}

/**
 * @param parts - what differs from an empty volume `data`
 * @public
 */
export function aVolume(parts: Partial<Volume> = {}): Volume {
  return {
    name: 'data',
    hostSourcePath: null,
    configuredAtLaunch: false,
    efs: null,
    s3Files: null,
    fsxCredentialsParameter: null,
    ...parts,
  };
}
