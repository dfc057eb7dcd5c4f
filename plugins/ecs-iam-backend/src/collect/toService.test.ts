import { known } from '@ecs-iam/iam-analysis';
import {
  anSdkService,
  CLUSTER,
  DEFINITION,
  production,
  SERVICE,
} from '../testSupport/awsMocks';
import { toService } from './toService';

it('maps a service', () => {
  const [service] = toService(
    anSdkService({
      launchType: undefined,
      capacityProviderStrategy: [
        { capacityProvider: 'spot', weight: 3, base: 1 },
        { capacityProvider: 'FARGATE' },
      ],
      schedulingStrategy: 'REPLICA',
      deploymentController: { type: 'ECS' },
      enableExecuteCommand: true,
      tags: [{ key: 'component', value: 'checkout' }, { key: 'flag' }],
    }),
    production,
  );

  expect(service).toEqual({
    arn: SERVICE,
    name: 'checkout',
    clusterArn: CLUSTER,
    accountId: '111122223333',
    region: 'eu-west-1',
    partition: 'aws',
    status: 'ACTIVE',
    launchType: null,
    capacityProviderStrategy: [
      { capacityProvider: 'spot', weight: 3, base: 1 },
      { capacityProvider: 'FARGATE', weight: 0, base: 0 },
    ],
    schedulingStrategy: 'REPLICA',
    deploymentController: 'ECS',
    desiredCount: 1,
    runningCount: 1,
    enableExecuteCommand: true,
    tags: known({ component: 'checkout', flag: '' }),
    deployments: [
      {
        id: 'ecs-svc/1',
        kind: 'deployment',
        status: 'PRIMARY',
        taskDefinitionArn: DEFINITION,
        launchType: 'FARGATE',
        capacityProviderStrategy: [],
        desiredCount: 1,
        runningCount: 1,
        pendingCount: 0,
      },
    ],
    namedRoles: [],
    serviceConnectLogs: null,
  });
});

it('takes the task definition of the service itself where there is neither deployment nor task set', () => {
  const [service] = toService(
    anSdkService({ deployments: [], taskSets: [] }),
    production,
  );

  expect(service.deployments).toEqual([
    {
      id: 'service',
      kind: 'deployment',
      status: 'PRIMARY',
      taskDefinitionArn: DEFINITION,
      launchType: 'FARGATE',
      capacityProviderStrategy: [],
      desiredCount: 1,
      runningCount: 1,
      pendingCount: 0,
    },
  ]);
});

it.each([
  {
    enabled: true,
    logs: { driver: 'awslogs', options: { 'awslogs-group': 'g' } },
  },
  { enabled: false, logs: null },
])(
  'with Service Connect enabled: $enabled, has proxy logs $logs',
  ({ enabled, logs }) => {
    const [service] = toService(
      anSdkService({
        deployments: [
          { status: 'ACTIVE', taskDefinition: DEFINITION },
          {
            status: 'PRIMARY',
            taskDefinition: DEFINITION,
            serviceConnectConfiguration: {
              enabled,
              logConfiguration: {
                logDriver: 'awslogs',
                options: { 'awslogs-group': 'g' },
              },
            },
          },
        ],
      }),
      production,
    );

    expect(service.serviceConnectLogs).toEqual(logs);
  },
);

it('leaves out an answer without an ARN', () => {
  expect(toService({ serviceName: 'checkout' }, production)).toEqual([]);
});

it.each([
  ['ACTIVE', 1],
  ['DRAINING', 1],
  ['INACTIVE', 0],
])('of a service that is %s makes %i', (status, count) => {
  expect(toService(anSdkService({ status }), production)).toHaveLength(count);
});
