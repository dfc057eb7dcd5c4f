import { known, unknown } from '@ecs-iam/iam-analysis';
import { aCluster, aService } from '@ecs-iam/iam-analysis/testUtils';
import type { Gap } from '@ecs-iam/plugin-ecs-iam-node';
import type { TargetFacts } from '../../inventory/Inventory';
import { serviceContexts } from './serviceContexts';

const cluster = aCluster();

function clusterOf(
  parts: Parameters<typeof aService>[0],
  gaps: readonly Gap[] = [],
) {
  const service = aService(parts);
  const facts: TargetFacts = {
    clusters: [cluster],
    services: [service],
    taskDefinitions: [],
    capacityProviders: [],
    hosts: [],
    instanceProfiles: [],
    secretKeys: [],
    registry: null,
    families: [],
    roles: [],
    incomplete: new Map(),
  };
  return serviceContexts(facts, gaps).get(service.arn)?.cluster;
}

describe('serviceContexts', () => {
  it('gives a service its cluster', () => {
    expect(clusterOf({ clusterArn: cluster.arn })).toEqual(known(cluster));
  });

  it('asks for a permission where the cluster was not read', () => {
    expect(clusterOf({ clusterArn: `${cluster.arn}-other` })).toEqual(
      unknown('it was not part of the last scan', 'ecs:DescribeClusters'),
    );
  });

  // Else the role of every host of the account would have a user of whom nothing is known.
  it('asks for none where a family has no task that runs, and so no cluster', () => {
    expect(
      clusterOf({ kind: 'task-family', clusterArn: '', runningCount: 0 }),
    ).toEqual(unknown('none of its tasks runs'));
  });
});
