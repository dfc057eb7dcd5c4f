import {
  CreateAutoScalingGroupCommand,
  CreateLaunchConfigurationCommand,
  DescribeAutoScalingGroupsCommand,
} from '@aws-sdk/client-auto-scaling';
import {
  CreateLaunchTemplateCommand,
  CreateLaunchTemplateVersionCommand,
} from '@aws-sdk/client-ec2';
import { CreateCapacityProviderCommand } from '@aws-sdk/client-ecs';
import type { GroupDefinition, LaunchTemplateVersion } from '../../fleet/types';
import { AMI } from './ami';
import type { MotoClients } from './motoClients';

/** An Auto Scaling group of no hosts (they are started one by one), its templates and its capacity provider. */
export async function seedGroup(
  clients: MotoClients,
  group: GroupDefinition,
): Promise<void> {
  await clients.autoScaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: group.name,
      MinSize: 0,
      MaxSize: 10,
      DesiredCapacity: 0,
      AvailabilityZones: [`${group.region}a`],
      ...(await seedTemplate(clients, group)),
    }),
  );
  if (group.capacityProvider === null) {
    return;
  }
  const { AutoScalingGroups } = await clients.autoScaling.send(
    new DescribeAutoScalingGroupsCommand({
      AutoScalingGroupNames: [group.name],
    }),
  );
  await clients.ecs.send(
    new CreateCapacityProviderCommand({
      name: group.capacityProvider,
      autoScalingGroupProvider: {
        autoScalingGroupArn: AutoScalingGroups?.[0].AutoScalingGroupARN,
        managedScaling: { status: 'ENABLED', targetCapacity: 100 },
      },
    }),
  );
}

async function seedTemplate(
  clients: MotoClients,
  { name, template }: GroupDefinition,
) {
  switch (template.kind) {
    case 'launch-configuration':
      await clients.autoScaling.send(
        new CreateLaunchConfigurationCommand({
          LaunchConfigurationName: name,
          ImageId: AMI,
          InstanceType: 'm5.large',
          IamInstanceProfile: template.profile,
        }),
      );
      return { LaunchConfigurationName: name };
    case 'launch-template':
      return {
        LaunchTemplate: {
          LaunchTemplateId: await launchTemplate(
            clients,
            name,
            template.versions,
          ),
          Version: template.use,
        },
      };
    case 'mixed-instances': {
      const base = await launchTemplate(clients, name, template.versions);
      const override = await launchTemplate(clients, `${name}-arm`, [
        template.override,
      ]);
      return {
        MixedInstancesPolicy: {
          LaunchTemplate: {
            LaunchTemplateSpecification: {
              LaunchTemplateId: base,
              Version: '$Latest',
            },
            Overrides: [
              { InstanceType: 'm7i.large' },
              {
                InstanceType: 'm7g.large',
                LaunchTemplateSpecification: {
                  LaunchTemplateId: override,
                  Version: '$Latest',
                },
              },
            ],
          },
        },
      };
    }
    default:
      throw new TypeError(`Unknown template: ${template satisfies never}`);
  }
}

async function launchTemplate(
  { ec2 }: MotoClients,
  name: string,
  versions: readonly LaunchTemplateVersion[],
): Promise<string | undefined> {
  const [first, ...others] = versions.map(({ profile, metadata }) => ({
    ImageId: AMI,
    InstanceType: 'm7g.large' as const,
    MetadataOptions: metadata,
    ...(profile && { IamInstanceProfile: { Name: profile } }),
  }));
  const { LaunchTemplate } = await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: name,
      LaunchTemplateData: first,
    }),
  );
  for (const LaunchTemplateData of others) {
    await ec2.send(
      new CreateLaunchTemplateVersionCommand({
        LaunchTemplateId: LaunchTemplate?.LaunchTemplateId,
        LaunchTemplateData,
      }),
    );
  }
  return LaunchTemplate?.LaunchTemplateId;
}
