import { known, unknown } from '../known';
import {
  aContainer,
  aHost,
  aService,
  aServiceContext,
  aTaskDefinition,
  roleArn,
  taskDefinitionArn,
} from '../testUtils';
import { roleUses } from './roleUses';

const revisions = [
  {
    taskDefinitionArn: taskDefinitionArn('checkout:7'),
    revision: 7,
    sharePercent: 100,
  },
];

describe('roleUses', () => {
  it('is the role summary table of a service on EC2', () => {
    const context = aServiceContext({
      service: aService({
        launchType: 'EC2',
        enableExecuteCommand: true,
        namedRoles: [
          {
            slot: 'infrastructure-load-balancers',
            roleArn: roleArn('ecsInfra'),
          },
        ],
      }),
      taskDefinitions: [
        aTaskDefinition({
          executionRoleArn: roleArn('ecsTaskExecutionRole'),
          taskRoleArn: 'checkout-task',
          containers: [
            aContainer({
              image:
                '111122223333.dkr.ecr.eu-west-1.amazonaws.com/payments/api:1',
              secrets: [
                { name: 'DB', valueFrom: '/checkout/db' },
                {
                  name: 'KEY',
                  valueFrom:
                    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:key-AbC123',
                },
              ],
            }),
            aContainer({ name: 'envoy' }),
            aContainer({ name: 'logs' }),
          ],
        }),
      ],
      hosts: known([
        aHost({ instanceId: 'i-1' }),
        aHost({ instanceId: 'i-2' }),
      ]),
    });
    expect(roleUses(context)).toEqual([
      {
        slot: 'execution',
        roleArn: known(roleArn('ecsTaskExecutionRole')),
        appliesTo: 'ECS agent',
        revisions,
        usedFor: [
          'pulls payments/api from ECR',
          'reads 1 secret and 1 SSM parameter',
        ],
        required: { value: 'yes', because: ['secrets'] },
        notes: [],
      },
      {
        slot: 'task',
        roleArn: known(roleArn('checkout-task')),
        appliesTo: 'all 3 containers',
        revisions,
        usedFor: ['ECS Exec'],
        required: { value: 'yes', because: ['ECS Exec is on'] },
        notes: [],
      },
      {
        slot: 'instance',
        roleArn: known(roleArn('ecsInstanceRole')),
        appliesTo: '2 hosts',
        revisions: [],
        usedFor: ['registers hosts', 'polls for tasks', 'sends telemetry'],
        required: { value: 'yes', because: ['EC2'] },
        notes: [],
      },
      {
        slot: 'infrastructure-load-balancers',
        roleArn: known(roleArn('ecsInfra')),
        appliesTo: 'the service',
        revisions: [],
        usedFor: ['shifts load balancer traffic during deployments'],
        required: {
          value: 'yes',
          because: ['blue/green, linear or canary deployments'],
        },
        notes: [],
      },
    ]);
  });

  it.each([
    ['read in full', aServiceContext()],
    [
      'of which nothing around it could be read',
      aServiceContext({
        service: aService({ launchType: null }),
        cluster: unknown('AccessDenied', 'ecs:DescribeClusters'),
        taskDefinitions: [],
        capacityProviders: unknown('AccessDenied'),
        hosts: unknown('AccessDenied'),
        instanceProfiles: [],
      }),
    ],
    [
      'without any deployment',
      aServiceContext({ service: aService({ deployments: [] }) }),
    ],
    [
      'with a launch type of tomorrow',
      aServiceContext({ service: aService({ launchType: 'MOON' }) }),
    ],
  ])('has a row for each of the three roles of a service %s', (_, context) => {
    expect(roleUses(context).map(each => each.slot)).toEqual([
      'execution',
      'task',
      'instance',
    ]);
  });
});
