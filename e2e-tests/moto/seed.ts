import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { seedHosts } from './seedHosts';

const account = '123456789012';
const registry = `${account}.dkr.ecr.us-west-2.amazonaws.com`;

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'ecs-tasks.amazonaws.com' },
      Action: 'sts:AssumeRole',
    },
  ],
});

const administrator = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' },
  ],
});

/**
 * A small fleet that has nothing to do with the demo's: `stock-api` runs as an administrator, and `picker` runs with its
 * execution role as its task role. Both are on Fargate; three more services are on hosts.
 */
export async function seed(endpoint: string): Promise<void> {
  const settings = {
    endpoint,
    region: 'us-west-2',
    credentials: { accessKeyId: 'placeholder', secretAccessKey: 'placeholder' },
  };
  const iam = new IAMClient(settings);
  const ecs = new ECSClient(settings);

  for (const name of ['depot-execution', 'stock-api-task']) {
    await iam.send(
      new CreateRoleCommand({
        RoleName: name,
        AssumeRolePolicyDocument: trust,
      }),
    );
  }
  await iam.send(
    new AttachRolePolicyCommand({
      RoleName: 'depot-execution',
      PolicyArn:
        'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy',
    }),
  );
  await iam.send(
    new PutRolePolicyCommand({
      RoleName: 'stock-api-task',
      PolicyName: 'everything',
      PolicyDocument: administrator,
    }),
  );

  await ecs.send(new CreateClusterCommand({ clusterName: 'depot' }));
  await addService(ecs, 'stock-api', 'stock-api-task');
  await addService(ecs, 'picker', 'depot-execution');
  await seedHosts(settings, account);
}

async function addService(
  ecs: ECSClient,
  name: string,
  taskRole: string,
): Promise<void> {
  await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: name,
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      taskRoleArn: `arn:aws:iam::${account}:role/${taskRole}`,
      executionRoleArn: `arn:aws:iam::${account}:role/depot-execution`,
      containerDefinitions: [
        {
          name: 'app',
          image: `${registry}/depot/${name}:1`,
          essential: true,
        },
      ],
    }),
  );
  await ecs.send(
    new CreateServiceCommand({
      cluster: 'depot',
      serviceName: name,
      taskDefinition: name,
      desiredCount: 1,
      launchType: 'FARGATE',
      tags: [{ key: 'component', value: name }],
    }),
  );
}
