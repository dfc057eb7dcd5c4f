import type { JsonObject } from '@backstage/types';
import { objects } from '../../fleet/build/jsonObjects';
import type { Fleet, ServiceDefinition } from '../../fleet/types';
import { isAt, isCall, texts, withAnswer } from './amend';
import type { Asked } from './amend';
import { ecsArn } from './ecsArn';

const NO_REVISIONS = 'the recorded server has no service revisions';

/** What services run now, and what ECS has added to it: the agent of GuardDuty, and connections of gateways. */
export function amendServiceRevisions(asked: Asked): Asked {
  return isCall(asked, 'ecs', 'DescribeServiceRevisions')
    ? withAnswer(
        asked,
        {
          serviceRevisions: texts(
            asked.call.params.serviceRevisionArns,
          ).flatMap(arn => revisionOf(asked, arn)),
          failures: [],
        },
        NO_REVISIONS,
      )
    : asked;
}

/**
 * The revisions of a service as DescribeServices names them, one for each deployment. CodeDeploy makes none.
 *
 * @param service - as DescribeServices returns it
 */
export function currentRevisions(service: JsonObject): JsonObject {
  const deployments = objects(service.deployments);
  return deployments.length === 0
    ? {}
    : {
        currentServiceRevisions: deployments.map((deployment, index) => ({
          arn: `${service.serviceArn}`
            .replace(':service/', ':service-revision/')
            .concat(`/${`${9000 - index}`.padStart(19, '4')}`),
          requestedTaskCount: deployment.desiredCount,
          runningTaskCount: deployment.runningCount,
          pendingTaskCount: deployment.pendingCount,
        })),
      };
}

function revisionOf({ fleet, place }: Asked, arn: string): JsonObject[] {
  const [, cluster, name] = arn.split('/');
  const service = fleet.services.find(
    each => isAt(place, each) && each.cluster === cluster && each.name === name,
  );
  return service ? [describe(fleet, service, arn)] : [];
}

function describe(
  fleet: Fleet,
  service: ServiceDefinition,
  serviceRevisionArn: string,
): JsonObject {
  const { cluster, name, gateway } = service;
  return {
    serviceRevisionArn,
    serviceArn: ecsArn(service, `service/${cluster}/${name}`),
    clusterArn: ecsArn(service, `cluster/${cluster}`),
    guardDutyEnabled: isWatched(fleet, service),
    ...(gateway && {
      ecsManagedResources: {
        gatewayConnections: [{ gatewayArn: gateway.arn }],
      },
    }),
  };
}

// GuardDuty watches tasks on Fargate only.
function isWatched(
  { clusters }: Fleet,
  { account, region, cluster, taskDefinitions }: ServiceDefinition,
): boolean {
  return (
    taskDefinitions[0].input.requiresCompatibilities?.includes('FARGATE') ===
      true &&
    clusters.some(
      each =>
        isAt({ account, region }, each) &&
        each.name === cluster &&
        each.guardDuty === true,
    )
  );
}
