import { RunInstancesCommand } from '@aws-sdk/client-ec2';
import {
  CreateClusterCommand,
  PutAttributesCommand,
  RegisterContainerInstanceCommand,
} from '@aws-sdk/client-ecs';
import type { ClusterDefinition, HostDefinition } from '../../fleet/types';
import { HOST_MARKER } from '../answers/containerInstances';
import { AMI } from './ami';
import type { MotoClients } from './motoClients';

/** A cluster and the hosts of it that EC2 can hold. */
export async function seedCluster(
  clients: MotoClients,
  cluster: ClusterDefinition,
): Promise<void> {
  await clients.ecs.send(
    new CreateClusterCommand({
      clusterName: cluster.name,
      capacityProviders: [...cluster.capacityProviders],
      defaultCapacityProviderStrategy: cluster.defaultStrategy.map(
        capacityProvider => ({ capacityProvider, weight: 1, base: 0 }),
      ),
      ...(cluster.executeCommand && {
        configuration: { executeCommandConfiguration: cluster.executeCommand },
      }),
    }),
  );
  for (const [index, host] of cluster.hosts.entries()) {
    if (host.externalId === undefined) {
      await seedHost(clients, cluster, host, index);
    }
  }
}

async function seedHost(
  { ec2, ecs }: MotoClients,
  { name: cluster }: ClusterDefinition,
  host: HostDefinition,
  index: number,
): Promise<void> {
  // One at a time: moto shows the profile only on the first instance of a call.
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      ImageId: AMI,
      InstanceType: host.instanceType,
      // The SDK would make one up, and EC2 shows it.
      ClientToken: `demo-${cluster}-${index}`,
      MinCount: 1,
      MaxCount: 1,
      MetadataOptions: host.metadata,
      ...(host.profile && { IamInstanceProfile: { Name: host.profile } }),
    }),
  );
  const { containerInstance } = await ecs.send(
    new RegisterContainerInstanceCommand({
      cluster,
      instanceIdentityDocument: JSON.stringify({
        instanceId: Instances?.[0].InstanceId,
      }),
      instanceIdentityDocumentSignature: 'demo',
    }),
  );
  await ecs.send(
    new PutAttributesCommand({
      cluster,
      attributes: [...host.attributes, `${HOST_MARKER}${index}`].map(name => ({
        name,
        targetType: 'container-instance' as const,
        targetId: containerInstance?.containerInstanceArn?.split('/').pop(),
      })),
    }),
  );
}
