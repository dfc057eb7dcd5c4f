import {
  DescribeExpressGatewayServiceCommand,
  type Service as SdkService,
} from '@aws-sdk/client-ecs';
import { askOptional } from '../askOptional';
import type { Reading } from '../reading';

/** @returns whether ECS Express Mode runs the service */
export function isExpress({ resourceManagementType }: SdkService): boolean {
  return resourceManagementType === 'ECS';
}

/** @returns the role with which Express Mode makes load balancer and scaling; nothing where it could not be read */
export async function readExpressRole(
  reading: Reading,
  service: SdkService,
): Promise<string | undefined> {
  const { serviceArn } = service;
  if (!isExpress(service) || serviceArn === undefined) return undefined;
  const answer = await askOptional(
    reading,
    {
      api: 'ecs:DescribeExpressGatewayService',
      resources: [serviceArn],
      leavesIncomplete: ['role'],
    },
    () =>
      reading.clients.ecs.send(
        new DescribeExpressGatewayServiceCommand({ serviceArn }),
        { abortSignal: reading.signal },
      ),
  );
  return answer.known ? answer.value.service?.infrastructureRoleArn : undefined;
}
