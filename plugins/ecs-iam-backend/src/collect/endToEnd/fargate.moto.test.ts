import {
  CreateClusterCommand,
  CreateServiceCommand,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { mockServices } from '@backstage/backend-test-utils';
import { collectAll } from '../../testSupport/collectAll';
import { motoClients, type MotoClients } from '../../testSupport/motoClients';
import {
  describeWithMoto,
  startMotoServer,
  type MotoServer,
} from '../../testSupport/motoServer';
import { EndpointAwsAccess } from '../access/EndpointAwsAccess';
import { AwsCollector } from '../AwsCollector';

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'ecs-tasks.amazonaws.com' },
      Action: 'sts:AssumeRole',
    },
  ],
});
const INLINE = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' },
  ],
});
const EXECUTION_POLICY =
  'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy';

const production = {
  accountId: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
};

async function seed({ ecs, iam }: MotoClients, environmentValue: string) {
  const roles: string[] = [];
  for (const RoleName of ['checkoutExecution', 'checkoutTask']) {
    const { Role } = await iam.send(
      new CreateRoleCommand({
        RoleName,
        Path: '/shop/',
        AssumeRolePolicyDocument: TRUST,
        Tags: [{ Key: 'team', Value: 'payments' }],
      }),
    );
    roles.push(Role?.Arn ?? '');
  }
  await iam.send(
    new AttachRolePolicyCommand({
      RoleName: 'checkoutExecution',
      PolicyArn: EXECUTION_POLICY,
    }),
  );
  await iam.send(
    new PutRolePolicyCommand({
      RoleName: 'checkoutTask',
      PolicyName: 'reads',
      PolicyDocument: INLINE,
    }),
  );
  await ecs.send(new CreateClusterCommand({ clusterName: 'shop' }));
  await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'checkout',
      executionRoleArn: roles[0],
      taskRoleArn: roles[1],
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      containerDefinitions: [
        {
          name: 'app',
          memory: 512,
          image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/checkout:1',
          environment: [{ name: 'DB_PASSWORD', value: environmentValue }],
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-group': '/ecs/checkout' },
          },
        },
      ],
    }),
  );
  await ecs.send(
    new CreateServiceCommand({
      cluster: 'shop',
      serviceName: 'checkout',
      taskDefinition: 'checkout',
      desiredCount: 2,
      launchType: 'FARGATE',
      tags: [{ key: 'component', value: 'checkout' }],
    }),
  );
}

// The machine that runs the tests may be busy.
jest.setTimeout(60_000);

describeWithMoto()('AwsCollector on a Fargate service of moto', () => {
  let moto: MotoServer;

  beforeAll(async () => {
    moto = await startMotoServer();
  });

  afterAll(() => moto?.stop());

  beforeEach(() => moto.reset());

  it('reads the service with its task definition and its two roles', async () => {
    await seed(
      motoClients({ endpoint: moto.endpoint, ...production }),
      'example-value-that-must-not-be-seen',
    );
    const access = EndpointAwsAccess.fromConfig(mockServices.rootConfig(), {
      endpoint: moto.endpoint,
    });

    const read = await collectAll(AwsCollector.create({ access }), production);

    expect(read.gaps).toEqual([]);
    expect(read.cluster.map(({ arn }) => arn)).toEqual([
      'arn:aws:ecs:eu-west-1:111122223333:cluster/shop',
    ]);
    expect(read.service).toEqual([
      expect.objectContaining({
        arn: 'arn:aws:ecs:eu-west-1:111122223333:service/shop/checkout',
        launchType: 'FARGATE',
        desiredCount: 2,
        tags: { known: true, value: { component: 'checkout' } },
        deployments: [
          expect.objectContaining({
            kind: 'deployment',
            status: 'PRIMARY',
            taskDefinitionArn:
              'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:1',
          }),
        ],
      }),
    ]);
    expect(read.taskDefinition).toEqual([
      expect.objectContaining({
        family: 'checkout',
        revision: 1,
        executionRoleArn:
          'arn:aws:iam::111122223333:role/shop/checkoutExecution',
        taskRoleArn: 'arn:aws:iam::111122223333:role/shop/checkoutTask',
      }),
    ]);
    expect(read.role).toEqual([
      expect.objectContaining({
        arn: 'arn:aws:iam::111122223333:role/shop/checkoutExecution',
        name: 'checkoutExecution',
        path: '/shop/',
        existence: { known: true, value: 'exists' },
        tags: { known: true, value: { team: 'payments' } },
        policies: {
          known: true,
          value: [
            expect.objectContaining({
              kind: 'aws-managed',
              name: 'AmazonECSTaskExecutionRolePolicy',
              arn: EXECUTION_POLICY,
              document: {
                known: true,
                value: expect.stringContaining('ecr:GetAuthorizationToken'),
              },
            }),
          ],
        },
      }),
      expect.objectContaining({
        arn: 'arn:aws:iam::111122223333:role/shop/checkoutTask',
        trustPolicy: { known: true, value: TRUST },
        policies: {
          known: true,
          value: [
            {
              kind: 'inline',
              name: 'reads',
              arn: null,
              versionId: null,
              document: { known: true, value: INLINE },
            },
          ],
        },
        boundary: { known: true, value: null },
      }),
    ]);
    expect(JSON.stringify(read.pages)).not.toContain(
      'example-value-that-must-not-be-seen',
    );
  });

  it('sees only the account and the region of the target', async () => {
    await seed(motoClients({ endpoint: moto.endpoint, ...production }), 'any');
    const access = EndpointAwsAccess.fromConfig(mockServices.rootConfig(), {
      endpoint: moto.endpoint,
    });
    const collector = AwsCollector.create({ access });

    const elsewhere = await Promise.all([
      collectAll(collector, { ...production, accountId: '444455556666' }),
      collectAll(collector, { ...production, region: 'us-east-1' }),
    ]);

    expect(elsewhere.map(({ pages }) => pages)).toEqual([[], []]);
  });
});
