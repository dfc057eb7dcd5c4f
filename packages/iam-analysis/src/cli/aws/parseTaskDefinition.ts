import type { TaskDefinition } from '../../ecs/taskDefinition';
import { list, object, oneOf, optional, optionalText } from '../input/place';
import { flag, text, textOf, wholeNumber, type Place } from '../input/place';
import { parseContainer } from './parseContainer';
import { parseVolume } from './parseVolume';
import { unwrapped } from './unwrapped';

const NETWORK_MODES = ['awsvpc', 'bridge', 'host', 'none'] as const;

/**
 * Reads what `aws ecs describe-task-definition` prints. One that is not registered yet has no ARN: its family stands
 * for it.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
 */
export function parseTaskDefinition(place: Place): TaskDefinition {
  const at = object(
    unwrapped(place, 'taskDefinition'),
    'a task definition, as `aws ecs describe-task-definition` prints it',
  );
  const family = textOf(at('family'), 'the family of the task definition');
  const proxy = optional(at('proxyConfiguration'), object);
  const platform = optional(at('runtimePlatform'), object);
  return {
    arn: optionalText(at('taskDefinitionArn')) ?? family,
    family,
    revision: optional(at('revision'), wholeNumber) ?? 0,
    taskRoleArn: optionalText(at('taskRoleArn')),
    executionRoleArn: optionalText(at('executionRoleArn')),
    networkMode: optional(at('networkMode'), oneOf(NETWORK_MODES)),
    pidMode: optionalText(at('pidMode')),
    ipcMode: optionalText(at('ipcMode')),
    requiresCompatibilities: list(at('requiresCompatibilities'), text),
    operatingSystem:
      platform && optionalText(platform('operatingSystemFamily')),
    containers: list(at('containerDefinitions'), parseContainer),
    volumes: list(at('volumes'), parseVolume),
    // `APPMESH` is the only type there is, and the default.
    proxyType: proxy && (optionalText(proxy('type')) ?? 'APPMESH'),
    enableFaultInjection: optional(at('enableFaultInjection'), flag) ?? false,
  };
}
