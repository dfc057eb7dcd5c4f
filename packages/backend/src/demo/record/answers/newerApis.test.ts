import { clusterOf, serverless } from '../../fleet/build/hosts';
import { fargate } from '../../fleet/build/placements';
import { service } from '../../fleet/build/service';
import { pci, prodEu } from '../../fleet/sites';
import { amended, fleetOf, notImplemented } from '../../testSupport/amended';

const arn = 'arn:aws:ecs:eu-west-1:111122223333';
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const gatewayArn = `${arn}:gateway/shop`;

const fleet = fleetOf(
  {
    clusters: [
      { ...serverless(pci), guardDuty: true },
      { ...serverless(prodEu), ...clusterOf(prodEu) },
    ],
    daemons: [
      {
        account: prodEu.account,
        region: prodEu.region,
        cluster: prodEu.cluster,
        name: 'telemetry',
        capacityProviders: ['managed'],
        executeCommand: false,
        taskDefinition: {
          family: 'telemetry',
          revision: 4,
          taskRoleArn: role('telemetry'),
          pidMode: 'shared',
        },
      },
    ],
  },
  service(pci, { name: 'cards', team: 'payments', on: fargate() }),
  service(prodEu, {
    name: 'shop',
    team: 'shop',
    on: fargate(),
    expressRole: role('express'),
    gateway: { arn: gatewayArn, role: role('gateway') },
  }),
);

function asked(operation: string, params: Record<string, string | string[]>) {
  return amended(fleet, operation, notImplemented.body, {
    ...notImplemented,
    params,
  });
}

describe('answers to what the recorded server does not know', () => {
  it.each([
    [
      'DescribeServiceRevisions',
      {
        serviceRevisionArns: [
          `${arn}:service-revision/pci-eu/cards/1`,
          `${arn}:service-revision/prod-eu/shop/1`,
        ],
      },
      {
        failures: [],
        serviceRevisions: [
          {
            serviceRevisionArn: `${arn}:service-revision/pci-eu/cards/1`,
            serviceArn: `${arn}:service/pci-eu/cards`,
            clusterArn: `${arn}:cluster/pci-eu`,
            guardDutyEnabled: true,
          },
          {
            serviceRevisionArn: `${arn}:service-revision/prod-eu/shop/1`,
            serviceArn: `${arn}:service/prod-eu/shop`,
            clusterArn: `${arn}:cluster/prod-eu`,
            guardDutyEnabled: false,
            ecsManagedResources: { gatewayConnections: [{ gatewayArn }] },
          },
        ],
      },
    ],
    [
      'DescribeGateway',
      { gateway: gatewayArn },
      { gateway: { gatewayArn, infrastructureRoleArn: role('gateway') } },
    ],
    [
      'DescribeExpressGatewayService',
      { serviceArn: `${arn}:service/prod-eu/shop` },
      {
        service: {
          serviceArn: `${arn}:service/prod-eu/shop`,
          serviceName: 'shop',
          cluster: 'prod-eu',
          infrastructureRoleArn: role('express'),
          status: { statusCode: 'ACTIVE' },
        },
      },
    ],
    [
      'ListDaemons',
      { clusterArn: `${arn}:cluster/prod-eu` },
      {
        daemonSummariesList: [
          { daemonArn: `${arn}:daemon/prod-eu/telemetry`, status: 'ACTIVE' },
        ],
      },
    ],
    [
      'ListDaemons',
      { clusterArn: `${arn}:cluster/pci-eu` },
      { daemonSummariesList: [] },
    ],
    [
      'DescribeDaemon',
      { daemonArn: `${arn}:daemon/prod-eu/telemetry` },
      {
        daemon: {
          daemonArn: `${arn}:daemon/prod-eu/telemetry`,
          clusterArn: `${arn}:cluster/prod-eu`,
          status: 'ACTIVE',
          currentRevisions: [
            {
              arn: `${arn}:daemon-revision/prod-eu/telemetry/4000000000000000000`,
              capacityProviders: [
                { arn: `${arn}:capacity-provider/managed`, runningCount: 0 },
              ],
            },
          ],
        },
      },
    ],
    [
      'DescribeDaemonRevisions',
      {
        daemonRevisionArns: [
          `${arn}:daemon-revision/prod-eu/telemetry/4000000000000000000`,
        ],
      },
      {
        failures: [],
        daemonRevisions: [
          {
            daemonRevisionArn: `${arn}:daemon-revision/prod-eu/telemetry/4000000000000000000`,
            daemonArn: `${arn}:daemon/prod-eu/telemetry`,
            clusterArn: `${arn}:cluster/prod-eu`,
            daemonTaskDefinitionArn: `${arn}:daemon-task-definition/telemetry:4`,
            enableExecuteCommand: false,
          },
        ],
      },
    ],
    [
      'DescribeDaemonTaskDefinition',
      { daemonTaskDefinition: `${arn}:daemon-task-definition/telemetry:4` },
      {
        daemonTaskDefinition: {
          daemonTaskDefinitionArn: `${arn}:daemon-task-definition/telemetry:4`,
          status: 'ACTIVE',
          family: 'telemetry',
          revision: 4,
          taskRoleArn: role('telemetry'),
          pidMode: 'shared',
        },
      },
    ],
  ])('answer %s of %j', (operation, params, body) => {
    const answer = asked(operation, params);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.body).toEqual(body);
    expect(answer.because).toHaveLength(1);
  });

  it.each([
    [
      'DescribeExpressGatewayService',
      { serviceArn: `${arn}:service/pci-eu/cards` },
    ],
    ['DescribeGateway', { gateway: `${arn}:gateway/other` }],
    ['ListGateways', {}],
  ])('leave %s of %j alone', (operation, params) => {
    expect(asked(operation, params)).toEqual({
      ...notImplemented,
      because: [],
    });
  });

  it('tell services of Express Mode from others', () => {
    const describedAs = (cluster: string, name: string) => ({
      serviceArn: `${arn}:service/${cluster}/${name}`,
      serviceName: name,
      clusterArn: `${arn}:cluster/${cluster}`,
    });
    const { body } = amended(fleet, 'DescribeServices', {
      services: [
        describedAs('prod-eu', 'shop'),
        describedAs('pci-eu', 'cards'),
      ],
    });
    expect(body).toMatchObject({
      services: [
        { serviceName: 'shop', resourceManagementType: 'ECS' },
        expect.not.objectContaining({ resourceManagementType: 'ECS' }),
      ],
    });
  });
});
