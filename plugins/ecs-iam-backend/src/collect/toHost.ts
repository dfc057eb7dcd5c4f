import type { ContainerInstance } from '@aws-sdk/client-ecs';
import {
  known,
  mapKnown,
  unknown,
  type Cluster,
  type Host,
  type Known,
} from '@ecs-iam/iam-analysis';
import type { Machine } from './machines';
import type { ClusterTasks } from './tasks/ClusterTasks';

/** What is read of hosts elsewhere than in ECS, by instance id, and what runs in their cluster. */
export type AroundHosts = Readonly<{
  machines: ReadonlyMap<string, Known<Machine>>;
  registeredRoles: ReadonlyMap<string, Known<string>>;
  tasks: Known<ClusterTasks>;
}>;

/** The instance profile of a host is that of its machine, and unknown for the reason for which the machine is. */
export function toHost(
  instance: ContainerInstance,
  cluster: Cluster,
  { machines, registeredRoles, tasks }: AroundHosts,
): readonly Host[] {
  const arn = instance.containerInstanceArn;
  if (arn === undefined) return [];
  const external = isExternal(instance);
  const id = instance.ec2InstanceId ?? '';
  const machine = external
    ? unknown('ExternalInstance')
    : machines.get(id) ?? unknown('NoInstanceId');
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
        ? registeredRoles.get(id) ?? unknown('NoInstanceId')
        : known(null),
      tasks: mapKnown(tasks, running => running.onHost(arn)),
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
