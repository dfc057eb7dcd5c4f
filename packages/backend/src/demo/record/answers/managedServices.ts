import { isAt, isCall, withAnswer } from './amend';
import type { Asked } from './amend';
import { ecsArn } from './ecsArn';

/** The services of ECS Express Mode, and the gateways that route to services. */
export function amendManagedServices(asked: Asked): Asked {
  return gateways(expressMode(asked));
}

function expressMode(asked: Asked): Asked {
  const { fleet, place, call } = asked;
  const service = fleet.services.find(
    each =>
      isAt(place, each) &&
      each.expressRole !== undefined &&
      call.params.serviceArn ===
        ecsArn(each, `service/${each.cluster}/${each.name}`),
  );
  return service && isCall(asked, 'ecs', 'DescribeExpressGatewayService')
    ? withAnswer(
        asked,
        {
          service: {
            serviceArn: call.params.serviceArn,
            serviceName: service.name,
            cluster: service.cluster,
            infrastructureRoleArn: service.expressRole,
            status: { statusCode: 'ACTIVE' },
          },
        },
        'the recorded server has no Express Mode',
      )
    : asked;
}

function gateways(asked: Asked): Asked {
  const gateway = asked.fleet.services
    .map(service => service.gateway)
    .find(each => each?.arn === asked.call.params.gateway);
  return gateway && isCall(asked, 'ecs', 'DescribeGateway')
    ? withAnswer(
        asked,
        {
          gateway: {
            gatewayArn: gateway.arn,
            infrastructureRoleArn: gateway.role,
          },
        },
        'the recorded server has no gateways',
      )
    : asked;
}
