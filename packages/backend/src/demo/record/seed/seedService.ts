import {
  CreateServiceCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import type { ECSClient } from '@aws-sdk/client-ecs';
import type { ServiceDefinition } from '../../fleet/types';
import { seedRevisions } from './seedRevisions';

/** A service with all revisions of its task definition. It is created with the first one that it names. */
export async function seedService(
  ecs: ECSClient,
  service: ServiceDefinition,
): Promise<void> {
  await seedRevisions(ecs, service.taskDefinitions);
  const [{ family, revision }] = service.taskDefinitions;
  const { capacityProviderStrategy, launchType, ...placement } =
    service.placement;
  await ecs.send(
    new CreateServiceCommand({
      ...placement,
      cluster: service.cluster,
      serviceName: service.name,
      taskDefinition: `${family}:${revision}`,
      desiredCount: service.desired,
      // moto knows no other; what it cannot hold is amended when it is read.
      launchType: launchType === 'FARGATE' ? 'FARGATE' : 'EC2',
      tags: Object.entries(service.tags).map(([key, value]) => ({
        key,
        value,
      })),
    }),
  );
  // moto keeps these only here.
  await ecs.send(
    new UpdateServiceCommand({
      cluster: service.cluster,
      service: service.name,
      desiredCount: service.desired,
      enableExecuteCommand: service.executeCommand,
      ...(capacityProviderStrategy !== undefined && {
        capacityProviderStrategy,
      }),
    }),
  );
}
