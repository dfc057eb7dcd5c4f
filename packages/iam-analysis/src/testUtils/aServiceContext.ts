import { known } from '../known';
import type { Known } from '../known';
import type {
  CapacityProvider,
  Cluster,
  Host,
  InstanceProfile,
  Registry,
  SecretKey,
  Service,
  TaskDefinitionFamily,
} from '../ecs/service';
import type { ServiceContext } from '../ecs/serviceContext';
import type { TaskDefinition } from '../ecs/taskDefinition';
import { anInstanceProfile } from './aHost';
import { aCluster, aService } from './aService';
import { aTaskDefinition } from './aTaskDefinition';
import { ACCOUNT, REGION } from './names';

/**
 * @param parts - what differs from `checkout:7` on Fargate in a cluster that was read in full and has no hosts. Task
 * definitions and instance profiles are given as lists
 * @public
 */
export function aServiceContext(
  parts: Readonly<{
    service?: Service;
    cluster?: Known<Cluster>;
    taskDefinitions?: readonly TaskDefinition[];
    capacityProviders?: Known<readonly CapacityProvider[]>;
    hosts?: Known<readonly Host[]>;
    instanceProfiles?: readonly InstanceProfile[];
    secretKeys?: readonly SecretKey[];
    registry?: Known<Registry>;
    families?: readonly TaskDefinitionFamily[];
  }> = {},
): ServiceContext {
  return {
    service: parts.service ?? aService(),
    cluster: parts.cluster ?? known(aCluster()),
    taskDefinitions: byArn(parts.taskDefinitions ?? [aTaskDefinition()]),
    capacityProviders: parts.capacityProviders ?? known([]),
    hosts: parts.hosts ?? known([]),
    instanceProfiles: byArn(parts.instanceProfiles ?? [anInstanceProfile()]),
    secretKeys: byArn(parts.secretKeys ?? []),
    registry:
      parts.registry ??
      known({
        accountId: ACCOUNT,
        region: REGION,
        pullThroughCachePrefixes: [],
      }),
    families: new Map((parts.families ?? []).map(each => [each.name, each])),
  };
}

function byArn<T extends Readonly<{ arn: string }>>(
  items: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(items.map(item => [item.arn, item]));
}
