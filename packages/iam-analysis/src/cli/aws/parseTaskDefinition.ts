import type { TaskDefinition } from '../../ecs/taskDefinition';
import { asTemplate, fault, isAbsent, list, looseFlag } from '../input/place';
import {
  looseText,
  object,
  oneOf,
  optional,
  wholeNumber,
} from '../input/place';
import {
  variableAt,
  type Fields,
  type Place,
  type Reader,
} from '../input/place';
import { parseContainer } from './parseContainer';
import { parseVolume } from './parseVolume';
import { unwrapped } from './unwrapped';

const NETWORK_MODES = ['awsvpc', 'bridge', 'host', 'none'] as const;

/**
 * Reads what `aws ecs describe-task-definition` prints, the input of `aws ecs register-task-definition`, or a resource
 * `AWS::ECS::TaskDefinition` of CloudFormation or its properties. One that is not registered yet has no ARN: its family
 * stands for it. What ECS would refuse of one field is kept as text, so that the rest is read.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html,
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html
 */
export function parseTaskDefinition(place: Place): TaskDefinition {
  const at = propertiesOf(asTemplate(unwrapped(place, 'taskDefinition')));
  const family = looseText(at('family')) || NAMELESS;
  const proxy = optional(at('proxyConfiguration'), object);
  const platform = optional(at('runtimePlatform'), object);
  return {
    arn: looseText(at('taskDefinitionArn')) || family,
    family,
    revision: known(at('revision'), wholeNumber) ?? 0,
    taskRoleArn: looseText(at('taskRoleArn')) || null,
    executionRoleArn: looseText(at('executionRoleArn')) || null,
    networkMode: known(at('networkMode'), oneOf(NETWORK_MODES)),
    pidMode: looseText(at('pidMode')) || null,
    ipcMode: looseText(at('ipcMode')) || null,
    requiresCompatibilities: list(at('requiresCompatibilities'), looseText),
    operatingSystem:
      platform && (looseText(platform('operatingSystemFamily')) || null),
    containers: list(at('containerDefinitions'), parseContainer),
    volumes: list(at('volumes'), parseVolume),
    // `APPMESH` is the only type there is, and the default.
    proxyType: proxy && (looseText(proxy('type')) || 'APPMESH'),
    enableFaultInjection: looseFlag(at('enableFaultInjection')) ?? false,
  };
}

// CloudFormation makes a name up where a template gives none.
const NAMELESS = 'task-definition';

const EXPECTED =
  'a task definition, as `aws ecs describe-task-definition` prints it';

function propertiesOf(place: Place): Fields {
  const at = object(place, EXPECTED);
  const isResource =
    !isAbsent(at('properties')) && isAbsent(at('containerDefinitions'));
  const properties = isResource ? object(at('properties'), EXPECTED) : at;
  if (
    isAbsent(properties('family')) &&
    isAbsent(properties('containerDefinitions'))
  ) {
    throw fault(
      place,
      `expected ${EXPECTED}, found neither family nor containerDefinitions`,
    );
  }
  return properties;
}

/** @returns `null` for what is absent, or still to be filled in */
function known<T>(place: Place, read: Reader<T>): T | null {
  return variableAt(place) === null ? optional(place, read) : null;
}
