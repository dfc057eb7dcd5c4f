import type { JsonObject } from '@backstage/types';
import { objects } from '../../fleet/build/jsonObjects';
import { runningTasks } from '../../fleet/build/runningTasks';
import type { ClusterDefinition } from '../../fleet/types';
import {
  ecsAnswer,
  isAt,
  isCall,
  shortName,
  withAnswer,
  withBody,
} from './amend';
import type { Asked } from './amend';

const NO_PROVIDER_NAME =
  'the recorded server keeps neither capacity provider nor task count of a host';
const NO_ECS_ANYWHERE = 'the recorded server has no ECS Anywhere';

/** The hosts of ECS Anywhere, and what moto does not keep of hosts in EC2. */
export function amendContainerInstances(asked: Asked): Asked {
  const cluster = asked.fleet.clusters.find(
    each =>
      isAt(asked.place, each) &&
      each.name === shortName(asked.call.params.cluster),
  );
  return cluster ? describe(list(asked, cluster), cluster) : asked;
}

function list(asked: Asked, cluster: ClusterDefinition): Asked {
  const body = ecsAnswer(asked, 'ListContainerInstances');
  return body && isExternal(cluster)
    ? withBody(
        asked,
        {
          ...body,
          containerInstanceArns: cluster.hosts.map((_host, place) =>
            asked.hostArn(cluster, place),
          ),
        },
        NO_ECS_ANYWHERE,
      )
    : asked;
}

function describe(asked: Asked, cluster: ClusterDefinition): Asked {
  if (!isCall(asked, 'ecs', 'DescribeContainerInstances')) {
    return asked;
  }
  if (isExternal(cluster)) {
    return withAnswer(
      asked,
      { containerInstances: externalHosts(asked, cluster), failures: [] },
      NO_ECS_ANYWHERE,
    );
  }
  const body = ecsAnswer(asked, 'DescribeContainerInstances');
  return body
    ? withBody(
        asked,
        {
          ...body,
          containerInstances: objects(body.containerInstances).map(
            instance => ({ ...instance, ...kept(asked, cluster, instance) }),
          ),
        },
        NO_PROVIDER_NAME,
      )
    : asked;
}

// moto lists hosts by id, not in the order of the fleet.
function kept(
  { fleet, hostArn }: Asked,
  cluster: ClusterDefinition,
  { containerInstanceArn }: JsonObject,
): JsonObject {
  const place = cluster.hosts.findIndex(
    (_host, index) => hostArn(cluster, index) === containerInstanceArn,
  );
  const provider = cluster.hosts[place]?.capacityProvider;
  return {
    runningTasksCount: countOn(fleet, cluster, place),
    ...(provider && { capacityProviderName: provider }),
  };
}

function isExternal({ hosts }: ClusterDefinition): boolean {
  return hosts.some(({ external }) => external !== undefined);
}

function externalHosts(
  { fleet, hostArn }: Asked,
  cluster: ClusterDefinition,
): JsonObject[] {
  return cluster.hosts.map((host, place) => ({
    containerInstanceArn: hostArn(cluster, place),
    ec2InstanceId: host.external?.id,
    status: 'ACTIVE',
    agentConnected: true,
    runningTasksCount: countOn(fleet, cluster, place),
    pendingTasksCount: 0,
    attributes: host.attributes.map(attribute => ({ name: attribute })),
    tags: [],
  }));
}

function countOn(
  fleet: Asked['fleet'],
  cluster: ClusterDefinition,
  place: number,
): number {
  return runningTasks(fleet, cluster).filter(({ host }) => host === place)
    .length;
}
