import type { Host } from '../../ecs/service';
import { unknown } from '../../known';
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
  return {
    arn,
    clusterArn: clusterOf(arn),
    instanceId,
    // A machine of ECS Anywhere has an id of Systems Manager in place of one of EC2.
    external:
      instanceId?.startsWith('mi-') === true ||
      attributes.includes('ecs.capability.external'),
    capacityProviderName: optionalText(at('capacityProviderName')),
    status: optionalText(at('status')) ?? 'UNKNOWN',
    agentConnected: optional(at('agentConnected'), flag) ?? false,
    runningTasksCount: optional(at('runningTasksCount'), wholeNumber) ?? 0,
    attributes,
    instanceProfileArn: machine,
    metadataOptions: machine,
    ...untoldOfHost,
    publicIp: machine,
  };
}

/** What no command of the AWS CLI for hosts tells. */
export const untoldOfHost: Pick<
  Host,
  'registeredRoleArn' | 'publicIp' | 'tasks'
> = {
  registeredRoleArn: unknown(
    'the input does not tell with which role the machine is registered',
    'ssm:DescribeInstanceInformation',
  ),
  publicIp: unknown('the input does not tell whether it has a public address'),
  tasks: unknown('the input holds no tasks', 'ecs:DescribeTasks'),
};

// The long form names the cluster: arn:aws:ecs:REGION:ACCOUNT:container-instance/CLUSTER/ID.
function clusterOf(arn: string): string {
  const [, prefix, cluster] =
    /^(arn:.*:)container-instance\/([^/]+)\/[^/]+$/.exec(arn) ?? [];
  return prefix ? `${prefix}cluster/${cluster}` : '';
}
