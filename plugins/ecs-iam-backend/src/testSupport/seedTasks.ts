import {
  CreateClusterCommand,
  CreateServiceCommand,
  PutAttributesCommand,
  RegisterContainerInstanceCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  StartTaskCommand,
} from '@aws-sdk/client-ecs';
import { RunInstancesCommand } from '@aws-sdk/client-ec2';
import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import type { MotoClients } from './motoClients';

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

export const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd';

/**
 * A host in the cluster `shop` on which run two tasks of the service `checkout`, one of them with a role by override,
 * and one of the family `night`, which no service runs; a host of ECS Anywhere, on which nothing runs; and the cluster
 * `shop-batch`, in which another task of `night` runs.
 *
 * @param kept - what the secret and the parameter hold that `checkout` names
 * @returns the ARN of the host, and that of the secret
 */
export async function seedTasks(
  aws: MotoClients,
  kept: string,
): Promise<Readonly<{ host: string; secret: string }>> {
  const { ecs, secretsManager, ssm } = aws;
  const { ARN: secret = '' } = await secretsManager.send(
    new CreateSecretCommand({ Name: 'db', SecretString: kept, KmsKeyId: KEY }),
  );
  await ssm.send(
    new PutParameterCommand({
      Name: '/shop/token',
      Value: kept,
      Type: 'SecureString',
    }),
  );
  await createRoles(aws, ['checkout', 'night', 'override']);
  await register(aws, 'checkout', [secret, '/shop/token']);
  await register(aws, 'night', []);
  const host = await createHost(aws, 'shop', await runInstance(aws));
  await makeExternal(
    aws,
    await createHost(aws, 'shop', await runInstance(aws)),
  );
  await createHost(aws, 'shop-batch', await runInstance(aws));
  await ecs.send(
    new CreateServiceCommand({
      cluster: 'shop',
      serviceName: 'checkout',
      taskDefinition: 'checkout',
      desiredCount: 2,
      launchType: 'EC2',
    }),
  );
  const onHost = { cluster: 'shop', containerInstances: [host] };
  const ofService = {
    ...onHost,
    taskDefinition: 'checkout',
    group: 'service:checkout',
  };
  await ecs.send(new StartTaskCommand(ofService));
  await ecs.send(
    new StartTaskCommand({
      ...ofService,
      overrides: { taskRoleArn: roleArn('override') },
    }),
  );
  await ecs.send(new StartTaskCommand({ ...onHost, taskDefinition: 'night' }));
  await ecs.send(
    new RunTaskCommand({
      cluster: 'shop-batch',
      taskDefinition: 'night',
      launchType: 'EC2',
    }),
  );
  return { host, secret };
}

export function roleArn(name: string): string {
  return `arn:aws:iam::111122223333:role/${name}`;
}

async function createRoles({ iam }: MotoClients, names: readonly string[]) {
  for (const RoleName of names) {
    await iam.send(
      new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: TRUST }),
    );
  }
}

async function register(
  { ecs }: MotoClients,
  family: string,
  secrets: readonly string[],
) {
  await ecs.send(
    new RegisterTaskDefinitionCommand({
      family,
      taskRoleArn: roleArn(family),
      networkMode: 'bridge',
      containerDefinitions: [
        {
          name: 'app',
          memory: 16,
          image: `111122223333.dkr.ecr.eu-west-1.amazonaws.com/${family}:1`,
          secrets: secrets.map((valueFrom, index) => ({
            name: `SECRET_${index}`,
            valueFrom,
          })),
        },
      ],
    }),
  );
}

async function runInstance({ ec2 }: MotoClients): Promise<string> {
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      ImageId: 'ami-12345678',
      MinCount: 1,
      MaxCount: 1,
    }),
  );
  return Instances?.[0]?.InstanceId ?? '';
}

async function createHost(
  { ecs }: MotoClients,
  cluster: string,
  instanceId: string,
): Promise<string> {
  await ecs.send(new CreateClusterCommand({ clusterName: cluster }));
  const { containerInstance } = await ecs.send(
    new RegisterContainerInstanceCommand({
      cluster,
      instanceIdentityDocument: JSON.stringify({
        instanceId,
        region: 'eu-west-1',
        accountId: '111122223333',
      }),
    }),
  );
  return containerInstance?.containerInstanceArn ?? '';
}

/** The server takes only instances of EC2: a capability is what makes one external. */
async function makeExternal({ ecs }: MotoClients, host: string) {
  await ecs.send(
    new PutAttributesCommand({
      cluster: 'shop',
      attributes: [
        {
          name: 'ecs.capability.external',
          targetType: 'container-instance',
          targetId: host.slice(host.lastIndexOf('/') + 1),
        },
      ],
    }),
  );
}
