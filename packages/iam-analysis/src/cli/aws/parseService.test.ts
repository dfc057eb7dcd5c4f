import { known, unknown } from '../../known';
import { rootOf } from '../input/place';
import { parseService } from './parseService';

const SERVICE = {
  serviceArn: 'arn:aws:ecs:eu-west-1:111122223333:service/shop/checkout',
  clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop',
  taskDefinition: definition(7),
};

describe('parseService', () => {
  it.each([
    ['the answer of the AWS CLI', { services: [SERVICE], failures: [] }],
    ['what is in it', SERVICE],
  ])('reads %s', (_, value) => {
    expect(parseService(rootOf(value))).toEqual({
      kind: 'service',
      arn: SERVICE.serviceArn,
      name: 'checkout',
      clusterArn: SERVICE.clusterArn,
      accountId: '111122223333',
      region: 'eu-west-1',
      partition: 'aws',
      status: 'UNKNOWN',
      launchType: null,
      capacityProviderStrategy: [],
      schedulingStrategy: null,
      deploymentController: 'ECS',
      desiredCount: 0,
      runningCount: 0,
      enableExecuteCommand: false,
      tags: known({}),
      // Its controller has made no task set yet.
      deployments: [aDeployment({ id: 'service', status: 'PRIMARY' })],
      namedRoles: [],
      serviceConnectLogs: null,
      platformVersion: null,
      assignPublicIp: null,
      express: false,
      guardDuty: unknown(
        'the input holds no service revision',
        'ecs:DescribeServiceRevisions',
      ),
      overrides: unknown('the input holds no tasks', 'ecs:DescribeTasks'),
    });
  });

  it.each([
    ['ENABLED', true],
    ['DISABLED', false],
  ])('reads how Fargate runs it, with addresses %s', (written, expected) => {
    const service = parseService(
      rootOf({
        ...SERVICE,
        platformVersion: '1.4.0',
        resourceManagementType: 'ECS',
        networkConfiguration: {
          awsvpcConfiguration: { assignPublicIp: written },
        },
      }),
    );
    expect(service.platformVersion).toBe('1.4.0');
    expect(service.express).toBe(true);
    expect(service.assignPublicIp).toBe(expected);
  });

  it('reads deployments, task sets, roles and where Service Connect logs', () => {
    const service = parseService(
      rootOf({
        ...SERVICE,
        status: 'ACTIVE',
        launchType: 'EC2',
        schedulingStrategy: 'REPLICA',
        deploymentController: { type: 'EXTERNAL' },
        desiredCount: 2,
        runningCount: 1,
        enableExecuteCommand: true,
        tags: [{ key: 'team', value: 'shop' }],
        roleArn:
          'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
        deployments: [
          {
            id: 'ecs-svc/1',
            status: 'PRIMARY',
            taskDefinition: definition(8),
            desiredCount: 2,
            runningCount: 1,
            capacityProviderStrategy: [
              { capacityProvider: 'FARGATE', weight: 1 },
            ],
            volumeConfigurations: [
              { name: 'a', managedEBSVolume: { roleArn: 'arn:volumes' } },
            ],
            serviceConnectConfiguration: {
              enabled: true,
              services: [{ tls: { roleArn: 'arn:tls' } }, {}],
              logConfiguration: {
                logDriver: 'awslogs',
                options: { 'awslogs-group': '/ecs/connect' },
              },
            },
            vpcLatticeConfigurations: [{ roleArn: 'arn:lattice' }],
          },
        ],
        taskSets: [
          {
            id: 'set-1',
            status: 'ACTIVE',
            taskDefinition: definition(7),
            computedDesiredCount: 3,
            loadBalancers: [
              { advancedConfiguration: { roleArn: 'arn:balancers' } },
            ],
          },
        ],
        deploymentConfiguration: {
          lifecycleHooks: [{ roleArn: 'arn:hook' }, { roleArn: 'arn:hook' }],
        },
      }),
    );
    expect(service.tags).toEqual(known({ team: 'shop' }));
    expect(service.deploymentController).toBe('EXTERNAL');
    expect(service.enableExecuteCommand).toBe(true);
    expect(service.deployments).toEqual([
      aDeployment({
        id: 'ecs-svc/1',
        status: 'PRIMARY',
        taskDefinitionArn: definition(8),
        desiredCount: 2,
        runningCount: 1,
        capacityProviderStrategy: [
          { capacityProvider: 'FARGATE', weight: 1, base: 0 },
        ],
      }),
      aDeployment({
        id: 'set-1',
        kind: 'task-set',
        status: 'ACTIVE',
        desiredCount: 3,
      }),
    ]);
    expect(service.namedRoles).toEqual([
      { slot: 'infrastructure-volumes', roleArn: 'arn:volumes' },
      { slot: 'infrastructure-service-connect', roleArn: 'arn:tls' },
      { slot: 'infrastructure-lattice', roleArn: 'arn:lattice' },
      { slot: 'infrastructure-load-balancers', roleArn: 'arn:balancers' },
      { slot: 'lifecycle-hook', roleArn: 'arn:hook' },
      {
        slot: 'service-linked',
        roleArn:
          'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
      },
    ]);
    expect(service.serviceConnectLogs).toEqual({
      driver: 'awslogs',
      options: { 'awslogs-group': '/ecs/connect' },
      secretOptions: [],
    });
  });

  it.each([
    [
      'an answer without a service',
      { services: [], failures: [{ reason: 'MISSING' }] },
      '/services: expected a service, as `aws ecs describe-services` prints it, found an empty list',
    ],
    [
      'a service without an ARN',
      { clusterArn: SERVICE.clusterArn },
      '/serviceArn: expected the ARN of the service, found nothing',
    ],
    [
      'an ARN of another kind',
      { ...SERVICE, serviceArn: 'arn:aws:iam::111122223333:role/a' },
      '/serviceArn: expected the ARN of the service, found "arn:aws:iam::111122223333:role/a"',
    ],
    [
      'a count that is a text',
      { services: [{ ...SERVICE, desiredCount: '2' }] },
      '/services/0/desiredCount: expected a whole number, found "2"',
    ],
  ])('refuses %s, and names the place', (_, value, message) => {
    expect(() => parseService(rootOf(value))).toThrow(message);
  });
});

function definition(revision: number): string {
  return `arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:${revision}`;
}

function aDeployment(parts: Readonly<Record<string, unknown>>) {
  return {
    id: 'ecs-svc/1',
    kind: 'deployment',
    status: 'PRIMARY',
    taskDefinitionArn: definition(7),
    launchType: null,
    capacityProviderStrategy: [],
    desiredCount: 0,
    runningCount: 0,
    pendingCount: 0,
    ...parts,
  };
}
