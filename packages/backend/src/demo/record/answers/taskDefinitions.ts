import { isAt, ecsAnswer, withBody } from './amend';
import type { Asked } from './amend';

/** Of what a task definition says, moto drops some, and takes `awsvpc` for the network of all that is not for EC2 alone. */
export function amendTaskDefinitions(asked: Asked): Asked {
  const body = ecsAnswer(asked, 'DescribeTaskDefinition');
  const described = body?.taskDefinition;
  if (
    !body ||
    typeof described !== 'object' ||
    described === null ||
    Array.isArray(described)
  ) {
    return asked;
  }
  const definition = [...asked.fleet.services, ...asked.fleet.taskFamilies]
    .filter(each => isAt(asked.place, each))
    .flatMap(each => each.taskDefinitions)
    .find(({ family }) => family === described.family);
  if (!definition) {
    return asked;
  }
  const { networkMode, enableFaultInjection } = definition.input;
  const lost = [
    described.networkMode === networkMode
      ? []
      : ['the recorded server gives each task definition a network of its own'],
    enableFaultInjection
      ? ['the recorded server drops `enableFaultInjection`']
      : [],
  ].flat();
  return lost.length === 0
    ? asked
    : withBody(
        asked,
        {
          ...body,
          taskDefinition: {
            ...described,
            networkMode,
            ...(enableFaultInjection && { enableFaultInjection }),
          },
        },
        ...lost,
      );
}
