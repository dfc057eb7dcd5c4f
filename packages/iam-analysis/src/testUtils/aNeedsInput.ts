import { known } from '../known';
import type { NeedsInput } from '../ecs/permissions/derivation';
import { aCluster, aService } from './aService';
import { aTaskDefinition } from './aTaskDefinition';
import { ACCOUNT, REGION } from './names';

/**
 * @param parts - what differs from `checkout:7` of a service on Fargate, with all around it known: no secrets were read,
 * ECR fills no repositories from elsewhere
 * @public
 */
export function aNeedsInput(parts: Partial<NeedsInput> = {}): NeedsInput {
  return {
    taskDefinition: aTaskDefinition(),
    home: { partition: 'aws', region: REGION, accountId: ACCOUNT },
    compute: ['fargate'],
    service: aService(),
    cluster: known(aCluster()),
    secretKeys: new Map(),
    registry: known({
      accountId: ACCOUNT,
      region: REGION,
      pullThroughCachePrefixes: [],
    }),
    ...parts,
  };
}
