import type { TaskDefinition as SdkTaskDefinition } from '@aws-sdk/client-ecs';
import type { TaskDefinition } from '@ecs-iam/iam-analysis';
import { toContainer } from './toContainer';
import { toVolume } from './toVolume';

/** @param arn - the ARN that was asked for */
export function toTaskDefinition(
  definition: SdkTaskDefinition,
  arn: string,
): TaskDefinition {
  const [, familyOfArn = '', revisionOfArn = ''] =
    /\/([^/:]+):(\d+)$/.exec(arn) ?? [];
  return {
    arn: definition.taskDefinitionArn ?? arn,
    family: definition.family ?? familyOfArn,
    revision: definition.revision ?? Number(revisionOfArn),
    taskRoleArn: definition.taskRoleArn || null,
    executionRoleArn: definition.executionRoleArn || null,
    networkMode: definition.networkMode ?? null,
    pidMode: definition.pidMode ?? null,
    ipcMode: definition.ipcMode ?? null,
    requiresCompatibilities: definition.requiresCompatibilities ?? [],
    operatingSystem: definition.runtimePlatform?.operatingSystemFamily ?? null,
    containers: (definition.containerDefinitions ?? []).map(toContainer),
    volumes: (definition.volumes ?? []).map(toVolume),
    proxyType: definition.proxyConfiguration
      ? // `APPMESH` is the only type there is, and the default.
        definition.proxyConfiguration.type ?? 'APPMESH'
      : null,
    enableFaultInjection: definition.enableFaultInjection ?? false,
  };
}
