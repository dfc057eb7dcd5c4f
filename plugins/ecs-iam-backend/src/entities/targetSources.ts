import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { EcsIamConfig } from '../config/EcsIamConfig';
import { globalRegionOfPartition, partitionOfRegion } from '../config/regions';
import type {
  AnnotatedNameSource,
  TargetSource,
} from '../refresh/TargetSource';
import type { AnnotatedEntities } from './AnnotatedEntities';
import type { EntityIndex } from './EntityIndex';

/** The targets of the configuration, or else the accounts and regions that the annotations of the catalog name. */
export function createTargetSource(
  config: Pick<EcsIamConfig, 'targets'>,
  entities: AnnotatedEntities,
): TargetSource {
  const { targets } = config;
  return targets === 'from-catalog'
    ? { targets: async () => annotatedTargets(await entities.index()) }
    : { targets: async () => targets };
}

/** Roles and task families that the annotations of the catalog name. */
export function createAnnotatedNameSource(
  entities: AnnotatedEntities,
): AnnotatedNameSource {
  return {
    names: async () => {
      const matches = (await entities.index()).entities.map(
        ({ match }) => match,
      );
      const arns = matches.flatMap(match => match.roles.map(role => role.arn));
      return {
        roleArns: [...new Set(arns)].sort(),
        families: matches.flatMap(match => match.families),
      };
    },
  };
}

/**
 * The accounts and regions that ARNs in annotations name. A region that AWS does not have is left out. An account that
 * is named by roles alone is read in the region of the global services, because IAM is the same in all of them.
 */
export function annotatedTargets(index: EntityIndex): readonly Target[] {
  const targets = new Map<string, Target>();
  const add = (target: Target) =>
    targets.set(`${target.accountId}/${target.region}`, target);

  for (const { match } of index.entities) {
    const families = match.families.flatMap(({ place }) => place ?? []);
    for (const { accountId, region } of [...match.services, ...families]) {
      const partition = partitionOfRegion(region);
      if (partition !== undefined) {
        add({ accountId, region, partition });
      }
    }
  }
  const covered = new Set(
    [...targets.values()].map(({ accountId }) => accountId),
  );
  for (const { match } of index.entities) {
    for (const { accountId, partition } of match.roles) {
      if (!covered.has(accountId)) {
        const region = globalRegionOfPartition(partition);
        add({ accountId, region, partition });
      }
    }
  }
  return [...targets.values()].sort(
    (a, b) =>
      a.accountId.localeCompare(b.accountId) ||
      a.region.localeCompare(b.region),
  );
}
