import { looksLikeCredential } from '../../ecs/credentials';
import { publicLogOptions } from '../../ecs/logOptions';
import type {
  Container,
  EnvironmentVariable,
  LogConfiguration,
  SecretReference,
} from '../../ecs/taskDefinition';
import { flag, list, object, optional, optionalText } from '../input/place';
import { text, texts, type Fields, type Place } from '../input/place';

/**
 * Keeps what decides about roles. Values of variables are judged and dropped.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function parseContainer(place: Place): Container {
  const at = object(place, 'a container definition');
  const firelens = optional(at('firelensConfiguration'), object);
  const repository = optional(at('repositoryCredentials'), object);
  const linux = optional(at('linuxParameters'), object);
  const capabilities = linux && optional(linux('capabilities'), object);
  return {
    name: optionalText(at('name')) ?? '',
    image: optionalText(at('image')) ?? '',
    // ECS takes a container for essential unless it is said not to be.
    essential: optional(at('essential'), flag) ?? true,
    environment: list(at('environment'), parseVariable),
    environmentFiles: list(at('environmentFiles'), file =>
      text(object(file)('value')),
    ),
    secrets: list(at('secrets'), parseSecret),
    logConfiguration: optional(at('logConfiguration'), parseLogs),
    repositoryCredentials:
      repository && optionalText(repository('credentialsParameter')),
    firelens: firelens && firelensOf(firelens),
    credentialSpecs: list(at('credentialSpecs'), text),
    privileged: optional(at('privileged'), flag) ?? false,
    user: optionalText(at('user')),
    readonlyRootFilesystem:
      optional(at('readonlyRootFilesystem'), flag) ?? false,
    addedCapabilities: capabilities ? list(capabilities('add'), text) : [],
    mountPoints: list(at('mountPoints'), parseMountPoint),
  };
}

/** Reads a log configuration, of a container or of the Service Connect proxy. */
export function parseLogs(place: Place): LogConfiguration {
  const at = object(place, 'a log configuration');
  return {
    driver: text(at('logDriver')),
    options: publicLogOptions(texts(at('options'))),
    secretOptions: list(at('secretOptions'), parseSecret),
  };
}

function parseVariable(place: Place): EnvironmentVariable {
  const at = object(place, 'a variable { "name", "value" }');
  const name = text(at('name'));
  const value = optionalText(at('value')) ?? '';
  return { name, looksLikeCredential: looksLikeCredential(name, value) };
}

function parseSecret(place: Place): SecretReference {
  const at = object(place, 'a secret { "name", "valueFrom" }');
  return { name: text(at('name')), valueFrom: text(at('valueFrom')) };
}

function firelensOf(firelens: Fields): Container['firelens'] {
  const options = texts(firelens('options'));
  return {
    type: optionalText(firelens('type')) ?? 'fluentbit',
    configFileType: options['config-file-type'] ?? null,
    configFileValue: options['config-file-value'] ?? null,
  };
}

function parseMountPoint(place: Place): Container['mountPoints'][number] {
  const at = object(place, 'a mount point');
  return {
    volume: optionalText(at('sourceVolume')),
    path: optionalText(at('containerPath')),
    readOnly: optional(at('readOnly'), flag) ?? false,
  };
}
