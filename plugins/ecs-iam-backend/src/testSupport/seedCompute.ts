import { CreateAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling';
import {
  AssociateIamInstanceProfileCommand,
  CreateLaunchTemplateCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import {
  CreateCapacityProviderCommand,
  CreateClusterCommand,
  CreateServiceCommand,
  RegisterContainerInstanceCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
} from '@aws-sdk/client-iam';
import type { MotoClients } from './motoClients';

/** A service of `seedCompute`, each in a cluster of its own, which bears its name. */
export type Seeded = 'on-fargate' | 'on-hosts' | 'scaled-to-zero' | 'mixed';

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    },
  ],
});

/**
 * Four services: one on Fargate; one on a host that runs with the role `running`; one on a capacity provider without
 * hosts, whose template names the role `next`; and one on a capacity provider with a mixed instances policy, whose
 * templates name the roles `mixed-x86` and `mixed-arm`.
 */
export async function seedCompute(aws: MotoClients): Promise<void> {
  for (const role of ['running', 'next', 'mixed-x86', 'mixed-arm']) {
    await createProfile(aws, role);
  }
  await aws.ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'app',
      networkMode: 'bridge',
      containerDefinitions: [
        { name: 'app', memory: 16, image: 'public.ecr.aws/nginx/nginx:1' },
      ],
    }),
  );
  await createService(aws, 'on-fargate', { launchType: 'FARGATE' });
  await createService(aws, 'on-hosts', { launchType: 'EC2' });
  await runHost(aws, 'on-hosts', 'running');
  await createProvider(aws, 'scaled-to-zero', {
    LaunchTemplate: await template(aws, 'next'),
  });
  await createService(aws, 'scaled-to-zero', { provider: 'scaled-to-zero' });
  await createProvider(aws, 'mixed', {
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: await template(aws, 'mixed-x86'),
        Overrides: [
          { InstanceType: 'm7i.large' },
          {
            InstanceType: 'm7g.large',
            LaunchTemplateSpecification: await template(aws, 'mixed-arm'),
          },
        ],
      },
    },
  });
  await createService(aws, 'mixed', { provider: 'mixed' });
}

async function createProfile(
  { iam }: MotoClients,
  name: string,
): Promise<void> {
  await iam.send(
    new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: TRUST }),
  );
  await iam.send(
    new CreateInstanceProfileCommand({ InstanceProfileName: `of-${name}` }),
  );
  await iam.send(
    new AddRoleToInstanceProfileCommand({
      InstanceProfileName: `of-${name}`,
      RoleName: name,
    }),
  );
}

async function template({ ec2 }: MotoClients, role: string) {
  await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: role,
      LaunchTemplateData: {
        ImageId: 'ami-12345678',
        InstanceType: 't3.small',
        IamInstanceProfile: { Name: `of-${role}` },
      },
    }),
  );
  return { LaunchTemplateName: role, Version: '$Latest' };
}

async function createProvider(
  { autoScaling, ecs }: MotoClients,
  name: string,
  source: Pick<
    ConstructorParameters<typeof CreateAutoScalingGroupCommand>[0],
    'LaunchTemplate' | 'MixedInstancesPolicy'
  >,
): Promise<void> {
  await autoScaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: name,
      MinSize: 0,
      MaxSize: 0,
      AvailabilityZones: ['eu-west-1a'],
      ...source,
    }),
  );
  await ecs.send(
    new CreateCapacityProviderCommand({
      name,
      autoScalingGroupProvider: {
        autoScalingGroupArn: `arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/${name}`,
      },
    }),
  );
}

async function createService(
  { ecs }: MotoClients,
  name: Seeded,
  place: Readonly<{ launchType: 'FARGATE' | 'EC2' } | { provider: string }>,
): Promise<void> {
  await ecs.send(
    new CreateClusterCommand({
      clusterName: name,
      capacityProviders: 'provider' in place ? [place.provider] : [],
    }),
  );
  await ecs.send(
    new CreateServiceCommand({
      cluster: name,
      serviceName: name,
      taskDefinition: 'app',
      desiredCount: name === 'scaled-to-zero' ? 0 : 1,
      launchType: 'launchType' in place ? place.launchType : 'EC2',
    }),
  );
  if ('provider' in place) {
    // The server keeps it only here.
    await ecs.send(
      new UpdateServiceCommand({
        cluster: name,
        service: name,
        capacityProviderStrategy: [
          { capacityProvider: place.provider, weight: 1, base: 0 },
        ],
      }),
    );
  }
}

async function runHost(
  { ec2, ecs }: MotoClients,
  cluster: string,
  role: string,
): Promise<void> {
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      ImageId: 'ami-12345678',
      MinCount: 1,
      MaxCount: 1,
    }),
  );
  const instanceId = Instances?.[0]?.InstanceId ?? '';
  await ec2.send(
    new AssociateIamInstanceProfileCommand({
      InstanceId: instanceId,
      IamInstanceProfile: {
        Arn: `arn:aws:iam::111122223333:instance-profile/of-${role}`,
        Name: `of-${role}`,
      },
    }),
  );
  await ecs.send(
    new RegisterContainerInstanceCommand({
      cluster,
      instanceIdentityDocument: JSON.stringify({
        instanceId,
        region: 'eu-west-1',
        accountId: '111122223333',
      }),
    }),
  );
}
