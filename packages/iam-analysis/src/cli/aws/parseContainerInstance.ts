import type { Host } from '../../ecs/service';
import { known, unknown } from '../../known';
import { flag, list, object, optional, optionalText } from '../input/place';
import { text, textOf, wholeNumber, type Place } from '../input/place';

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerInstance.html */
export function parseContainerInstance(place: Place): Host {
  const at = object(place, 'a container instance');
  const arn = textOf(at('containerInstanceArn'), 'an ARN');
  const instanceId = optionalText(at('ec2InstanceId'));
  const attributes = list(at('attributes'), each => text(object(each)('name')));
  const machine = unknown(
    `facts.hosts holds no instance ${instanceId ?? 'of EC2'}`,
    'ec2:DescribeInstances',
  );
  // A machine of ECS Anywhere has an id of Systems Manager in place of one of EC2.
  const external =
    instanceId?.startsWith('mi-') === true ||
    attributes.includes('ecs.capability.external');
  return {
    arn,
    clusterArn: clusterOf(arn),
    instanceId,
    external,
    capacityProviderName: optionalText(at('capacityProviderName')),
    status: optionalText(at('status')) ?? 'UNKNOWN',
    agentConnected: optional(at('agentConnected'), flag) ?? false,
    runningTasksCount: optional(at('runningTasksCount'), wholeNumber) ?? 0,
    attributes,
    instanceProfileArn: machine,
    metadataOptions: machine,
    publicIp: machine,
    ...untoldOfHost(external),
  };
}

/** What no command of the AWS CLI for hosts tells. */
export function untoldOfHost(
  external: boolean,
): Pick<Host, 'registeredRoleArn' | 'tasks'> {
  return {
    registeredRoleArn: external
      ? unknown(
          'the input does not tell with which role the machine is registered',
          'ssm:DescribeInstanceInformation',
        )
      : known(null),
    tasks: unknown('the input holds no tasks', 'ecs:DescribeTasks'),
  };
}

// The long form names the cluster: arn:aws:ecs:REGION:ACCOUNT:container-instance/CLUSTER/ID.
function clusterOf(arn: string): string {
  const [, prefix, cluster] =
    /^(arn:.*:)container-instance\/([^/]+)\/[^/]+$/.exec(arn) ?? [];
  return prefix ? `${prefix}cluster/${cluster}` : '';
}
