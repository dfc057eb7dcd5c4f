import type {
  ContainerDefinition,
  LogConfiguration as SdkLogConfiguration,
  Secret,
} from '@aws-sdk/client-ecs';
import { publicLogOptions } from '@ecs-iam/iam-analysis';
import type {
  Container,
  LogConfiguration,
  SecretReference,
} from '@ecs-iam/iam-analysis';
import { toEnvironment } from './environment';

/** Keeps what decides about roles. Commands, labels, health checks and values of variables are dropped. */
export function toContainer(container: ContainerDefinition): Container {
  const { firelensConfiguration: firelens, linuxParameters } = container;
  return {
    name: container.name ?? '',
    image: container.image ?? '',
    // ECS takes a container for essential unless it is said not to be.
    essential: container.essential ?? true,
    environment: toEnvironment(container.environment),
    environmentFiles: (container.environmentFiles ?? []).flatMap(
      ({ value }) => value ?? [],
    ),
    secrets: toSecrets(container.secrets),
    logConfiguration: toLogConfiguration(container.logConfiguration),
    repositoryCredentials:
      container.repositoryCredentials?.credentialsParameter ?? null,
    firelens: firelens
      ? {
          type: firelens.type ?? 'fluentbit',
          configFileType: firelens.options?.['config-file-type'] ?? null,
          configFileValue: firelens.options?.['config-file-value'] ?? null,
        }
      : null,
    credentialSpecs: container.credentialSpecs ?? [],
    privileged: container.privileged ?? false,
    user: container.user ?? null,
    readonlyRootFilesystem: container.readonlyRootFilesystem ?? false,
    addedCapabilities: linuxParameters?.capabilities?.add ?? [],
    mountPoints: (container.mountPoints ?? []).map(point => ({
      volume: point.sourceVolume ?? null,
      path: point.containerPath ?? null,
      readOnly: point.readOnly ?? false,
    })),
  };
}

function toSecrets(
  secrets: readonly Secret[] | undefined,
): readonly SecretReference[] {
  return (secrets ?? []).flatMap(({ name, valueFrom }) =>
    name === undefined || valueFrom === undefined ? [] : [{ name, valueFrom }],
  );
}

function toLogConfiguration(
  logs: SdkLogConfiguration | undefined,
): LogConfiguration | null {
  if (logs?.logDriver === undefined) return null;
  return {
    driver: logs.logDriver,
    options: publicLogOptions(logs.options),
    secretOptions: toSecrets(logs.secretOptions),
  };
}
