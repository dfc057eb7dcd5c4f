import type { JsonObject } from '@backstage/types';
import { objects } from '../../fleet/build/jsonObjects';
import type { ClusterDefinition, HostDefinition } from '../../fleet/types';
import { ecsAnswer, isAt, shortName, withBody } from './amend';
import type { Asked } from './amend';

const NO_PROVIDER_NAME =
  'the recorded server keeps neither capacity provider nor task count of a host';
const NO_ECS_ANYWHERE = 'the recorded server has no ECS Anywhere';

/** An attribute that is put on each host while it is seeded, and taken off again when it is recorded. */
export const HOST_MARKER = 'demo.host-';

/** The hosts of ECS Anywhere, and what moto does not keep of hosts in EC2. */
export function amendContainerInstances(asked: Asked): Asked {
  return describe(list(asked));
}

function list(asked: Asked): Asked {
  const body = ecsAnswer(asked, 'ListContainerInstances');
  const cluster = clusterOf(asked);
  const external = cluster ? externalHosts(cluster) : [];
  return body && external.length > 0
    ? withBody(
        asked,
        {
          ...body,
          containerInstanceArns: external.map(
            ({ containerInstanceArn }) => containerInstanceArn ?? null,
          ),
        },
        NO_ECS_ANYWHERE,
      )
    : asked;
}

function describe(asked: Asked): Asked {
  const cluster = clusterOf(asked);
  const { call } = asked;
  if (
    !cluster ||
    call.service !== 'ecs' ||
    call.operation !== 'DescribeContainerInstances'
  ) {
    return asked;
  }
  const external = externalHosts(cluster);
  if (external.length > 0) {
    return withBody(
      { ...asked, answer: { ...asked.answer, status: 200 } },
      { containerInstances: [...external], failures: [] },
      NO_ECS_ANYWHERE,
    );
  }
  const body = ecsAnswer(asked, 'DescribeContainerInstances');
  // moto lists hosts by id; which of them is which in the fleet is told by what they carry.
  return body
    ? withBody(
        asked,
        {
          ...body,
          containerInstances: objects(body.containerInstances).map(
            instance => ({
              ...instance,
              ...kept(cluster, instance),
            }),
          ),
        },
        NO_PROVIDER_NAME,
      )
    : asked;
}

function kept(cluster: ClusterDefinition, instance: JsonObject): JsonObject {
  const attributes = objects(instance.attributes).map(({ name }) => name);
  const marker = attributes.find(name => `${name}`.startsWith(HOST_MARKER));
  const host = cluster.hosts[Number(`${marker}`.slice(HOST_MARKER.length))];
  return {
    attributes: objects(instance.attributes).filter(
      ({ name }) => name !== marker,
    ),
    runningTasksCount: host?.runningTasks ?? 0,
    ...(host?.capacityProvider && {
      capacityProviderName: host.capacityProvider,
    }),
  };
}

function externalHosts(cluster: ClusterDefinition): readonly JsonObject[] {
  return cluster.hosts.flatMap((host, index) =>
    host.externalId === undefined
      ? []
      : [externalHost(cluster, host, host.externalId, index)],
  );
}

function externalHost(
  { account, region, name }: ClusterDefinition,
  host: HostDefinition,
  ec2InstanceId: string,
  index: number,
): JsonObject {
  const id = `de400000000000000000000000000${100 + index}`;
  return {
    containerInstanceArn: `arn:aws:ecs:${region}:${account}:container-instance/${name}/${id}`,
    ec2InstanceId,
    status: 'ACTIVE',
    agentConnected: true,
    runningTasksCount: host.runningTasks,
    pendingTasksCount: 0,
    attributes: host.attributes.map(attribute => ({ name: attribute })),
    tags: [],
  };
}

function clusterOf({ fleet, place, call }: Asked) {
  return fleet.clusters.find(
    each => isAt(place, each) && each.name === shortName(call.params.cluster),
  );
}
