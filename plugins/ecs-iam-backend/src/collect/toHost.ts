import type { ContainerInstance } from '@aws-sdk/client-ecs';
import {
  known,
  unknown,
  type Cluster,
  type Host,
  type Known,
} from '@ecs-iam/iam-analysis';
import type { Machine } from './machines';

/** The instance profile of a host is that of its machine, and unknown for the reason for which the machine is. */
export function toHost(
  instance: ContainerInstance,
  cluster: Cluster,
  machines: ReadonlyMap<string, Known<Machine>>,
): readonly Host[] {
  const arn = instance.containerInstanceArn;
  if (arn === undefined) return [];
  const external = isExternal(instance);
  const machine = external
    ? unknown('ExternalInstance')
    : machines.get(instance.ec2InstanceId ?? '') ?? unknown('NoInstanceId');
  return [
    {
      arn,
      clusterArn: cluster.arn,
      instanceId: instance.ec2InstanceId ?? null,
      external,
      capacityProviderName: instance.capacityProviderName ?? null,
      status: instance.status ?? 'UNKNOWN',
      agentConnected: instance.agentConnected ?? false,
      runningTasksCount: instance.runningTasksCount ?? 0,
      attributes: (instance.attributes ?? []).flatMap(({ name }) => name ?? []),
      registeredRoleArn: external
        ? unknown('it was not read', 'ssm:DescribeInstanceInformation')
        : known(null),
      tasks: unknown('it was not read', 'ecs:DescribeTasks'),
      ...(machine.known
        ? machine.value
        : {
            instanceProfileArn: machine,
            metadataOptions: machine,
            publicIp: machine,
          }),
    },
  ];
}

/** A machine of ECS Anywhere, which has a Systems Manager id (`mi-…`) in place of one of EC2. */
export function isExternal(instance: ContainerInstance): boolean {
  return (
    instance.ec2InstanceId?.startsWith('mi-') === true ||
    (instance.attributes ?? []).some(
      ({ name }) => name === 'ecs.capability.external',
    )
  );
}
