import { RunInstancesCommand } from '@aws-sdk/client-ec2';
import {
  CreateClusterCommand,
  PutAttributesCommand,
  RegisterContainerInstanceCommand,
} from '@aws-sdk/client-ecs';
import type { ClusterDefinition, HostDefinition } from '../../fleet/types';
import { authoredHostArn } from '../hostArns';
import { AMI } from './ami';
import type { MotoClients } from './motoClients';

/**
 * A cluster and the hosts of it that EC2 can hold.
 *
 * @returns the ARNs of all of its container instances, in the order of the fleet
 */
export async function seedCluster(
  clients: MotoClients,
  cluster: ClusterDefinition,
): Promise<readonly string[]> {
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
  const arns: string[] = [];
  for (const [place, host] of cluster.hosts.entries()) {
    arns.push(
      host.external
        ? authoredHostArn(cluster, place)
        : await seedHost(clients, cluster, host, place),
    );
  }
  return arns;
}

async function seedHost(
  { ec2, ecs }: MotoClients,
  { name: cluster }: ClusterDefinition,
  host: HostDefinition,
  place: number,
): Promise<string> {
  // One at a time: moto shows the profile only on the first instance of a call.
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      ImageId: AMI,
      InstanceType: host.instanceType,
      // The SDK would make one up, and EC2 shows it.
      ClientToken: `demo-${cluster}-${place}`,
      MinCount: 1,
      MaxCount: 1,
      MetadataOptions: host.metadata,
      NetworkInterfaces: [
        { DeviceIndex: 0, AssociatePublicIpAddress: host.publicAddress },
      ],
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
  const arn = `${containerInstance?.containerInstanceArn}`;
  await ecs.send(
    new PutAttributesCommand({
      cluster,
      attributes: host.attributes.map(name => ({
        name,
        targetType: 'container-instance' as const,
        targetId: arn.split('/').pop(),
      })),
    }),
  );
  return arn;
}
