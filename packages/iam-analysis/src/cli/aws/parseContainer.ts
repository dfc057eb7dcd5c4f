import { looksLikeCredential } from '../../ecs/credentials';
import { publicLogOptions } from '../../ecs/logOptions';
import type {
  Container,
  EnvironmentVariable,
  LogConfiguration,
  SecretReference,
} from '../../ecs/taskDefinition';
import { fault, isAbsent, isObject, items, list } from '../input/place';
import { looseFlag, looseText, object, optional } from '../input/place';
import { texts, variableAt, type Fields, type Place } from '../input/place';

/**
 * Keeps what decides about roles. Values of variables are judged and dropped. A container that a template fills in later
 * has that for its image, and nothing else is known of it.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function parseContainer(place: Place): Container {
  const at = object(place, 'a container definition');
  const firelens = optional(at('firelensConfiguration'), object);
  const repository = optional(at('repositoryCredentials'), object);
  const linux = optional(at('linuxParameters'), object);
  const capabilities = linux && optional(linux('capabilities'), object);
  return {
    name: looseText(at('name')),
    image: variableAt(place) ?? looseText(at('image')),
    // ECS takes a container for essential unless it is said not to be.
    essential: looseFlag(at('essential')) ?? true,
    environment: parseEnvironment(at('environment')),
    environmentFiles: list(
      at('environmentFiles'),
      file => variableAt(file) ?? looseText(object(file)('value')),
    ),
    secrets: list(at('secrets'), parseSecret),
    logConfiguration: optional(at('logConfiguration'), parseLogs),
    repositoryCredentials:
      repository &&
      (looseText(repository('credentialsParameter')) ||
        variableAt(at('repositoryCredentials'))),
    firelens: firelens && firelensOf(firelens),
    credentialSpecs: list(at('credentialSpecs'), looseText),
    privileged: looseFlag(at('privileged')) ?? false,
    user: looseText(at('user')) || null,
    readonlyRootFilesystem: looseFlag(at('readonlyRootFilesystem')) ?? false,
    addedCapabilities: capabilities ? list(capabilities('add'), looseText) : [],
    mountPoints: list(at('mountPoints'), parseMountPoint),
  };
}

/** Reads a log configuration, of a container or of the Service Connect proxy. */
export function parseLogs(place: Place): LogConfiguration {
  const at = object(place, 'a log configuration');
  return {
    driver: variableAt(place) ?? looseText(at('logDriver')),
    options: publicLogOptions(texts(at('options'))),
    secretOptions: list(at('secretOptions'), parseSecret),
  };
}

// Nothing of what is found instead is told: it may be a credential.
function parseEnvironment(place: Place): readonly EnvironmentVariable[] {
  if (isAbsent(place) || variableAt(place) !== null) {
    return [];
  }
  if (!Array.isArray(place.value)) {
    throw fault(place, 'expected a list of { "name", "value" }');
  }
  return items(place)
    .filter(({ value }) => isObject(value))
    .map(parseVariable);
}

function parseVariable(place: Place): EnvironmentVariable {
  const at = object(place);
  const name = looseText(at('name'));
  const value = looseText(at('value'));
  return { name, looksLikeCredential: looksLikeCredential(name, value) };
}

function parseSecret(place: Place): SecretReference {
  const at = object(place, 'a secret { "name", "valueFrom" }');
  return {
    name: looseText(at('name')),
    valueFrom: variableAt(place) ?? looseText(at('valueFrom')),
  };
}

function firelensOf(firelens: Fields): Container['firelens'] {
  const options = texts(firelens('options'));
  return {
    type: looseText(firelens('type')) || 'fluentbit',
    configFileType: options['config-file-type'] ?? null,
    configFileValue: options['config-file-value'] ?? null,
  };
}

function parseMountPoint(place: Place): Container['mountPoints'][number] {
  const at = object(place, 'a mount point');
  return {
    volume: looseText(at('sourceVolume')) || null,
    path: looseText(at('containerPath')) || null,
    readOnly: looseFlag(at('readOnly')) ?? false,
  };
}
