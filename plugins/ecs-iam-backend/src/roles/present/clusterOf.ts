import type { Service } from '@ecs-iam/iam-analysis';
import type { EntityService } from '@ecs-iam/plugin-ecs-iam-common';
import { lastSegment } from '../../entities/EntityIndex';

/** Where a service runs; `null`: tasks of a family of which none runs are in no cluster. */
export function clusterOf({
  clusterArn,
}: Pick<Service, 'clusterArn'>): EntityService['cluster'] {
  return clusterArn === ''
    ? null
    : { arn: clusterArn, name: lastSegment(clusterArn) };
}
