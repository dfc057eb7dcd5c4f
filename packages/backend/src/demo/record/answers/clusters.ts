import type { JsonObject } from '@backstage/types';
import { objects } from '../../fleet/build/jsonObjects';
import { ecsAnswer, isAt, withBody } from './amend';
import type { Asked } from './amend';

/** moto counts no services, and holds no hosts outside EC2. */
export function amendClusters(asked: Asked): Asked {
  const body = ecsAnswer(asked, 'DescribeClusters');
  if (!body) {
    return asked;
  }
  const here = asked.fleet.services.filter(each => isAt(asked.place, each));
  const external = new Map(
    asked.fleet.clusters
      .filter(each => isAt(asked.place, each))
      .map(({ name, hosts }) => [
        name,
        hosts.filter(host => host.external !== undefined).length,
      ]),
  );
  const clusters = objects(body.clusters).map((cluster): JsonObject => {
    const services = here.filter(each => each.cluster === cluster.clusterName);
    return {
      ...cluster,
      activeServicesCount: services.length,
      runningTasksCount: services.reduce(
        (sum, { running }) => sum + running,
        0,
      ),
      registeredContainerInstancesCount:
        Number(cluster.registeredContainerInstancesCount) +
        (external.get(`${cluster.clusterName}`) ?? 0),
    };
  });
  const amended = clusters.some(
    ({ clusterName }) => (external.get(`${clusterName}`) ?? 0) > 0,
  );
  return withBody(
    asked,
    { ...body, clusters },
    ...(amended ? ['the recorded server has no ECS Anywhere'] : []),
  );
}
