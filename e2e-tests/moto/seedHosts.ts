import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import type { CreateAutoScalingGroupCommandInput } from '@aws-sdk/client-auto-scaling';
import {
  AssociateIamInstanceProfileCommand,
  CreateLaunchTemplateCommand,
  EC2Client,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import {
  CreateCapacityProviderCommand,
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterContainerInstanceCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  IAMClient,
} from '@aws-sdk/client-iam';

type Settings = Readonly<{
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}>;

const AMI = 'ami-12345678';
const trust = JSON.stringify({
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
 * Three services, each in a cluster of its name: `conveyor` on a host that runs; `night-count` scaled to zero, with no
 * host; and `sorter` on mixed instances, with a template for each kind of processor.
 */
export async function seedHosts(
  settings: Settings,
  account: string,
): Promise<void> {
  const ecs = new ECSClient(settings);
  const ec2 = new EC2Client(settings);
  const autoScaling = new AutoScalingClient(settings);
  for (const role of ['belt-hosts', 'night-hosts', 'x86-hosts', 'arm-hosts']) {
    await addProfile(new IAMClient(settings), role);
  }
  await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'on-hosts',
      networkMode: 'bridge',
      containerDefinitions: [
        { name: 'app', memory: 16, image: 'public.ecr.aws/nginx/nginx:1' },
      ],
    }),
  );

  await ecs.send(new CreateClusterCommand({ clusterName: 'conveyor' }));
  await addHost(ec2, ecs, account);
  await addService(ecs, 'conveyor', null);

  const provider = async (
    name: string,
    templates: Pick<
      CreateAutoScalingGroupCommandInput,
      'LaunchTemplate' | 'MixedInstancesPolicy'
    >,
  ) => {
    await autoScaling.send(
      new CreateAutoScalingGroupCommand({
        AutoScalingGroupName: name,
        MinSize: 0,
        MaxSize: 0,
        AvailabilityZones: [`${settings.region}a`],
        ...templates,
      }),
    );
    await ecs.send(
      new CreateCapacityProviderCommand({
        name,
        autoScalingGroupProvider: {
          autoScalingGroupArn: `arn:aws:autoscaling:${settings.region}:${account}:autoScalingGroup:1:autoScalingGroupName/${name}`,
        },
      }),
    );
    await ecs.send(
      new CreateClusterCommand({
        clusterName: name,
        capacityProviders: [name],
      }),
    );
    await addService(ecs, name, name);
  };
  await provider('night-count', {
    LaunchTemplate: await addTemplate(ec2, 'night-hosts'),
  });
  await provider('sorter', {
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: await addTemplate(ec2, 'x86-hosts'),
        Overrides: [
          { InstanceType: 'm7i.large' },
          {
            InstanceType: 'm7g.large',
            LaunchTemplateSpecification: await addTemplate(ec2, 'arm-hosts'),
          },
        ],
      },
    },
  });
}

async function addProfile(iam: IAMClient, role: string): Promise<void> {
  const InstanceProfileName = `${role}-profile`;
  await iam.send(
    new CreateRoleCommand({ RoleName: role, AssumeRolePolicyDocument: trust }),
  );
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName }));
  await iam.send(
    new AddRoleToInstanceProfileCommand({
      InstanceProfileName,
      RoleName: role,
    }),
  );
}

async function addTemplate(ec2: EC2Client, role: string) {
  await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: role,
      LaunchTemplateData: {
        ImageId: AMI,
        InstanceType: 'm7i.large',
        IamInstanceProfile: { Name: `${role}-profile` },
      },
    }),
  );
  return { LaunchTemplateName: role, Version: '$Latest' };
}

async function addHost(
  ec2: EC2Client,
  ecs: ECSClient,
  account: string,
): Promise<void> {
  const { Instances } = await ec2.send(
    new RunInstancesCommand({ ImageId: AMI, MinCount: 1, MaxCount: 1 }),
  );
  const instanceId = `${Instances?.[0].InstanceId}`;
  await ec2.send(
    new AssociateIamInstanceProfileCommand({
      InstanceId: instanceId,
      IamInstanceProfile: {
        Arn: `arn:aws:iam::${account}:instance-profile/belt-hosts-profile`,
        Name: 'belt-hosts-profile',
      },
    }),
  );
  await ecs.send(
    new RegisterContainerInstanceCommand({
      cluster: 'conveyor',
      instanceIdentityDocument: JSON.stringify({ instanceId }),
    }),
  );
}

async function addService(
  ecs: ECSClient,
  name: string,
  capacityProvider: string | null,
): Promise<void> {
  await ecs.send(
    new CreateServiceCommand({
      cluster: name,
      serviceName: name,
      taskDefinition: 'on-hosts',
      desiredCount: name === 'night-count' ? 0 : 1,
      launchType: 'EC2',
    }),
  );
  if (capacityProvider !== null) {
    // The server keeps it only here.
    await ecs.send(
      new UpdateServiceCommand({
        cluster: name,
        service: name,
        capacityProviderStrategy: [{ capacityProvider, weight: 1, base: 0 }],
      }),
    );
  }
}
