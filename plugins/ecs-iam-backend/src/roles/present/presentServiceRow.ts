import type { ServiceSummary } from '@ecs-iam/plugin-ecs-iam-common';
import { lastSegment } from '../../entities/EntityIndex';
import type { ServiceRow, StoredRole } from '../../inventory/Inventory';
import { clusterOf } from './clusterOf';

/**
 * A line of the list of services.
 *
 * @param roles - by ARN
 * @param entityRefs - the entities that stand for the service, whoever may see them
 */
export function presentServiceRow(
  { service, compute, readAt, goneAt, uses, findings }: ServiceRow,
  roles: ReadonlyMap<string, StoredRole>,
  entityRefs: readonly string[],
): ServiceSummary {
  const cluster = clusterOf(service);
  return {
    arn: service.arn,
    name: service.name,
    clusterArn: cluster?.arn ?? null,
    clusterName: cluster?.name ?? null,
    accountId: service.accountId,
    region: service.region,
    compute: [...compute],
    state: goneAt === null ? 'active' : 'gone',
    entityRefs: [...entityRefs],
    roles: uses.map(({ slot, roleArn }) => {
      const arn = roleArn.known ? roleArn.value : null;
      const role = arn === null ? undefined : roles.get(arn);
      return {
        slot,
        roleId: role?.id ?? null,
        roleArn: arn,
        roleName: role?.fact.name ?? (arn === null ? null : lastSegment(arn)),
      };
    }),
    findings,
    scannedAt: readAt,
  };
}
