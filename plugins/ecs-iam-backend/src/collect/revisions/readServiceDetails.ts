import type {
  Service as SdkService,
  ServiceRevision,
} from '@aws-sdk/client-ecs';
import { mapKnown, unknown, type Known } from '@ecs-iam/iam-analysis';
import { allKnown } from '../allKnown';
import type { Reading } from '../reading';
import { readExpressRole } from './expressRole';
import type { GatewayReader } from './GatewayReader';
import {
  currentRevisions,
  readRevisions,
  type Revisions,
} from './readRevisions';

/** What DescribeServices does not say of a service. */
export type ServiceDetails = Readonly<{
  guardDuty: Known<boolean>;
  expressRoleArn: string | undefined;
  gatewayRoleArns: readonly string[];
}>;

/** @returns the details of each of the services, in their order */
export async function readServiceDetails(
  reading: Reading,
  gateways: GatewayReader,
  services: readonly SdkService[],
): Promise<readonly ServiceDetails[]> {
  const revisions = await readRevisions(reading, services);
  return Promise.all(
    services.map(async service => {
      const current = revisionsOf(service, revisions);
      return {
        guardDuty: mapKnown(current, all =>
          all.some(({ guardDutyEnabled }) => guardDutyEnabled),
        ),
        expressRoleArn: await readExpressRole(reading, service),
        gatewayRoleArns: await gatewayRoles(gateways, current),
      };
    }),
  );
}

function revisionsOf(
  service: SdkService,
  revisions: Revisions,
): Known<readonly ServiceRevision[]> {
  const current = currentRevisions(service).map(
    arn => revisions.get(arn) ?? unknown('MISSING'),
  );
  return current.length > 0 ? allKnown(current) : unknown('NoServiceRevision');
}

/** A connector does not name its gateway; the connection that ECS made for it does. */
async function gatewayRoles(
  gateways: GatewayReader,
  revisions: Known<readonly ServiceRevision[]>,
): Promise<readonly string[]> {
  if (!revisions.known) return [];
  const arns = revisions.value.flatMap(({ ecsManagedResources }) =>
    (ecsManagedResources?.gatewayConnections ?? []).flatMap(
      ({ gatewayArn }) => gatewayArn ?? [],
    ),
  );
  const roles = await Promise.all(
    [...new Set(arns)].map(arn => gateways.roleOf(arn)),
  );
  return roles.flatMap(role => (role.known ? role.value ?? [] : []));
}
