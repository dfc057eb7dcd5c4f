import type { Service as SdkService } from '@aws-sdk/client-ecs';
import { known, unknown } from '@ecs-iam/iam-analysis';
import {
  anSdkService,
  CLUSTER,
  DEFINITION,
  production,
  SERVICE,
} from '../testSupport/awsMocks';
import { ClusterTasks } from './tasks/ClusterTasks';
import { aTaskGroup } from '../testSupport/aTaskGroup';
import { toService } from './toService';

const noDetails = {
  guardDuty: known(true),
  expressRoleArn: undefined,
  gatewayRoleArns: [],
};
const noTasks = known(ClusterTasks.of([]));
const fact = (service: SdkService) =>
  toService(service, production, noDetails, noTasks);

it('maps a service', () => {
  const [service] = fact(
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
      platformVersion: '1.4.0',
      networkConfiguration: {
        awsvpcConfiguration: { subnets: [], assignPublicIp: 'DISABLED' },
      },
    }),
  );

  expect(service).toEqual({
    kind: 'service',
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
    platformVersion: '1.4.0',
    assignPublicIp: false,
    express: false,
    guardDuty: known(true),
    overrides: known([]),
  });
});

it('has the roles that are named for it elsewhere', () => {
  const [service] = toService(
    anSdkService({ resourceManagementType: 'ECS' }),
    production,
    {
      guardDuty: unknown('AccessDenied', 'ecs:DescribeServiceRevisions'),
      expressRoleArn: 'arn:aws:iam::111122223333:role/express',
      gatewayRoleArns: ['arn:aws:iam::111122223333:role/gateway'],
    },
    noTasks,
  );

  expect(service).toMatchObject({
    express: true,
    guardDuty: unknown('AccessDenied', 'ecs:DescribeServiceRevisions'),
    namedRoles: [
      {
        slot: 'infrastructure-express',
        roleArn: 'arn:aws:iam::111122223333:role/express',
      },
      { slot: 'gateway', roleArn: 'arn:aws:iam::111122223333:role/gateway' },
    ],
  });
});

it('has the overrides of its own tasks', () => {
  const tasks = ClusterTasks.of([
    aTaskGroup({ serviceName: 'checkout', taskRoleArn: 'arn:own' }),
    aTaskGroup({ serviceName: 'checkout-worker', taskRoleArn: 'arn:other' }),
    aTaskGroup({ serviceName: null, taskRoleArn: 'arn:standalone' }),
  ]);
  const [service] = toService(
    anSdkService(),
    production,
    noDetails,
    known(tasks),
  );

  expect(service.overrides).toEqual(
    known([
      {
        taskDefinitionArn: DEFINITION,
        taskRoleArn: 'arn:own',
        executionRoleArn: null,
        environmentFiles: [],
        tasks: 1,
      },
    ]),
  );
});

it('does not know its overrides where tasks may not be read', () => {
  const denied = unknown('AccessDenied', 'ecs:DescribeTasks');
  const [service] = toService(anSdkService(), production, noDetails, denied);

  expect(service.overrides).toEqual(denied);
});

it('takes the task definition of the service itself where there is neither deployment nor task set', () => {
  const [service] = fact(anSdkService({ deployments: [], taskSets: [] }));

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
    logs: {
      driver: 'awslogs',
      options: { 'awslogs-group': 'g' },
      secretOptions: [{ name: 'token', valueFrom: 'log-token' }],
    },
  },
  { enabled: false, logs: null },
])(
  'with Service Connect enabled: $enabled, has proxy logs $logs',
  ({ enabled, logs }) => {
    const [service] = fact(
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
                secretOptions: [{ name: 'token', valueFrom: 'log-token' }],
              },
            },
          },
        ],
      }),
    );

    expect(service.serviceConnectLogs).toEqual(logs);
  },
);

it('leaves out an answer without an ARN', () => {
  expect(fact({ serviceName: 'checkout' })).toEqual([]);
});

it.each([
  ['ACTIVE', 1],
  ['DRAINING', 1],
  ['INACTIVE', 0],
])('of a service that is %s makes %i', (status, count) => {
  expect(fact(anSdkService({ status }))).toHaveLength(count);
});
