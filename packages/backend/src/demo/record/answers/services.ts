import type { JsonObject } from '@backstage/types';
import { objects } from '../../fleet/build/jsonObjects';
import type { ServiceAmendment, ServiceDefinition } from '../../fleet/types';
import { ecsAnswer, isAt, shortName, withBody } from './amend';
import type { Asked } from './amend';
import { currentRevisions } from './serviceRevisions';

/**
 * Gives services the form that AWS gives them (no launch type beside a capacity provider strategy, counts of running
 * tasks), and what the recorded server cannot hold of them.
 */
export function amendServices(asked: Asked): Asked {
  const body = ecsAnswer(asked, 'DescribeServices');
  if (!body) {
    return asked;
  }
  const because: string[] = [];
  const services = objects(body.services).map(service => {
    const definition = asked.fleet.services.find(
      each =>
        isAt(asked.place, each) &&
        each.cluster === shortName(service.clusterArn) &&
        each.name === service.serviceName,
    );
    if (!definition) {
      return service;
    }
    const amendments = [
      ...definition.amendments,
      ...onOwnMachines(definition),
      ...inExpressMode(definition),
      withRevisions,
    ];
    because.push(...amendments.map(amendment => amendment.because));
    return amendments.reduce(
      (amended, { change }) => change(amended),
      inAwsForm(service, definition),
    );
  });
  return withBody(asked, { ...body, services }, ...because);
}

function inAwsForm(
  service: JsonObject,
  { desired, running }: ServiceDefinition,
): JsonObject {
  const strategy = objects(service.capacityProviderStrategy);
  const done = running >= desired;
  const counts = {
    desiredCount: desired,
    runningCount: running,
    pendingCount: desired - running,
  };
  const placed = (part: JsonObject): JsonObject => {
    const { launchType, capacityProviderStrategy: _own, ...others } = part;
    return strategy.length > 0
      ? { ...others, capacityProviderStrategy: strategy, ...counts }
      : { ...others, ...(launchType && { launchType }), ...counts };
  };
  return {
    ...placed(service),
    deployments: objects(service.deployments).map(deployment => ({
      ...placed(deployment),
      rolloutState: done ? 'COMPLETED' : 'IN_PROGRESS',
      rolloutStateReason: `ECS deployment ${deployment.id} ${
        done ? 'completed' : 'in progress'
      }.`,
    })),
  };
}

const withRevisions: ServiceAmendment = {
  because: 'the recorded server has no service revisions',
  change: service => ({ ...service, ...currentRevisions(service) }),
};

function inExpressMode({
  expressRole,
}: ServiceDefinition): readonly ServiceAmendment[] {
  return expressRole === undefined
    ? []
    : [
        {
          because: 'the recorded server has no Express Mode',
          change: service => ({ ...service, resourceManagementType: 'ECS' }),
        },
      ];
}

function onOwnMachines({ placement }: ServiceDefinition) {
  return placement.launchType === 'EXTERNAL'
    ? [
        {
          because: 'the recorded server has no ECS Anywhere',
          change: (service: JsonObject): JsonObject => ({
            ...service,
            launchType: 'EXTERNAL',
            deployments: objects(service.deployments).map(deployment => ({
              ...deployment,
              launchType: 'EXTERNAL',
            })),
          }),
        },
      ]
    : [];
}
