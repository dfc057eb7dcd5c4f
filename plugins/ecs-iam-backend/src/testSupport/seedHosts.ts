import { CreateAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling';
import {
  AssociateIamInstanceProfileCommand,
  CreateLaunchTemplateCommand,
  RunInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import {
  CreateCapacityProviderCommand,
  CreateClusterCommand,
  RegisterContainerInstanceCommand,
} from '@aws-sdk/client-ecs';
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
} from '@aws-sdk/client-iam';
import type { MotoClients } from './motoClients';

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
 * A cluster whose running host has the profile `running-profile`, while its launch template names `template-profile`;
 * and a container instance whose machine
 * was terminated.
 */
export async function seedHosts(aws: MotoClients): Promise<void> {
  const running = await createProfile(aws, 'running');
  await createProfile(aws, 'template');
  await createProvider(aws);
  await aws.ecs.send(
    new CreateClusterCommand({
      clusterName: 'shop',
      capacityProviders: ['hosts', 'FARGATE'],
    }),
  );
  const [alive, dead] = [await runInstance(aws), await runInstance(aws)];
  await aws.ec2.send(
    new AssociateIamInstanceProfileCommand({
      InstanceId: alive,
      IamInstanceProfile: { Arn: running },
    }),
  );
  await register(aws, alive);
  await register(aws, dead);
  await aws.ec2.send(new TerminateInstancesCommand({ InstanceIds: [dead] }));
}

async function runInstance({ ec2 }: MotoClients): Promise<string> {
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      ImageId: 'ami-12345678',
      MinCount: 1,
      MaxCount: 1,
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 2 },
    }),
  );
  return Instances?.[0]?.InstanceId ?? '';
}

async function createProfile(
  { iam }: MotoClients,
  name: string,
): Promise<string> {
  const InstanceProfileName = `${name}-profile`;
  await iam.send(
    new CreateRoleCommand({
      RoleName: `${name}-role`,
      AssumeRolePolicyDocument: TRUST,
    }),
  );
  const { InstanceProfile } = await iam.send(
    new CreateInstanceProfileCommand({ InstanceProfileName }),
  );
  await iam.send(
    new AddRoleToInstanceProfileCommand({
      InstanceProfileName,
      RoleName: `${name}-role`,
    }),
  );
  return InstanceProfile?.Arn ?? '';
}

async function createProvider({
  ec2,
  autoScaling,
  ecs,
}: MotoClients): Promise<void> {
  await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: 'hosts',
      LaunchTemplateData: {
        ImageId: 'ami-12345678',
        InstanceType: 't3.small',
        IamInstanceProfile: { Name: 'template-profile' },
        MetadataOptions: { HttpTokens: 'optional' },
      },
    }),
  );
  await autoScaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: 'hosts-asg',
      MinSize: 0,
      MaxSize: 0,
      AvailabilityZones: ['eu-west-1a'],
      LaunchTemplate: { LaunchTemplateName: 'hosts', Version: '$Latest' },
    }),
  );
  await ecs.send(
    new CreateCapacityProviderCommand({
      name: 'hosts',
      autoScalingGroupProvider: {
        autoScalingGroupArn:
          'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/hosts-asg',
      },
    }),
  );
}

async function register({ ecs }: MotoClients, instanceId: string) {
  await ecs.send(
    new RegisterContainerInstanceCommand({
      cluster: 'shop',
      instanceIdentityDocument: JSON.stringify({
        instanceId,
        region: 'eu-west-1',
        accountId: '111122223333',
      }),
    }),
  );
}
