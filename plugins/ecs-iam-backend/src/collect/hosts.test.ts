import {
  DescribeAutoScalingGroupsCommand,
  DescribeLaunchConfigurationsCommand,
  type AutoScalingGroup,
} from '@aws-sdk/client-auto-scaling';
import {
  DescribeInstancesCommand,
  DescribeLaunchTemplateVersionsCommand,
} from '@aws-sdk/client-ec2';
import {
  DescribeCapacityProvidersCommand,
  DescribeContainerInstancesCommand,
  ListContainerInstancesCommand,
  type CapacityProvider,
  type ContainerInstance,
} from '@aws-sdk/client-ecs';
import { GetInstanceProfileCommand } from '@aws-sdk/client-iam';
import { DescribeInstanceInformationCommand } from '@aws-sdk/client-ssm';
import { known, unknown } from '@ecs-iam/iam-analysis';
import {
  anyAccess,
  awsError,
  CLUSTER,
  mockAws,
  mockFleet,
  production,
} from '../testSupport/awsMocks';
import { collectAll } from '../testSupport/collectAll';
import { AwsCollector } from './AwsCollector';

const aws = mockAws();
const collect = () =>
  collectAll(AwsCollector.create({ access: anyAccess }), production);

const PROFILE = 'arn:aws:iam::111122223333:instance-profile/hosts-profile';
const INSTANCE_ROLE = 'arn:aws:iam::111122223333:role/hosts';
const instanceArn = (id: string) =>
  `arn:aws:ecs:eu-west-1:111122223333:container-instance/shop/${id}`;

function mockHosts(instances: readonly Partial<ContainerInstance>[]) {
  mockFleet(aws, { cluster: { registeredContainerInstancesCount: 1 } });
  const all = instances.map((instance, index) => ({
    containerInstanceArn: instanceArn(String(index)),
    status: 'ACTIVE',
    agentConnected: true,
    ...instance,
  }));
  aws.ecs.on(ListContainerInstancesCommand).resolves({
    containerInstanceArns: all.map(each => each.containerInstanceArn),
  });
  aws.ecs
    .on(DescribeContainerInstancesCommand)
    .resolves({ containerInstances: all });
  aws.ec2.on(DescribeInstancesCommand).callsFake(({ InstanceIds }) => ({
    Reservations: [
      {
        Instances: InstanceIds.map((InstanceId: string) => ({
          InstanceId,
          IamInstanceProfile: { Arn: PROFILE },
          MetadataOptions: {
            HttpEndpoint: 'enabled',
            HttpTokens: 'required',
            HttpPutResponseHopLimit: 2,
          },
        })),
      },
    ],
  }));
  mockProfile();
}

function mockProfile() {
  aws.iam.on(GetInstanceProfileCommand).resolves({
    InstanceProfile: {
      Path: '/',
      InstanceProfileName: 'hosts-profile',
      InstanceProfileId: 'id',
      Arn: PROFILE,
      CreateDate: new Date(0),
      Roles: [
        {
          Path: '/',
          RoleName: 'hosts',
          RoleId: 'id',
          Arn: INSTANCE_ROLE,
          CreateDate: new Date(0),
        },
      ],
    },
  });
}

function mockProvider(
  provider: Partial<CapacityProvider>,
  group?: Partial<AutoScalingGroup>,
) {
  mockFleet(aws, { cluster: { capacityProviders: ['FARGATE', 'hosts'] } });
  aws.ecs.on(DescribeCapacityProvidersCommand).resolves({
    capacityProviders: [
      {
        capacityProviderArn:
          'arn:aws:ecs:eu-west-1:111122223333:capacity-provider/hosts',
        name: 'hosts',
        ...(group && {
          autoScalingGroupProvider: {
            autoScalingGroupArn:
              'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/hosts-asg',
          },
        }),
        ...provider,
      },
    ],
  });
  aws.autoScaling.on(DescribeAutoScalingGroupsCommand).resolves({
    AutoScalingGroups: group && [
      {
        AutoScalingGroupName: 'hosts-asg',
        MinSize: 0,
        MaxSize: 1,
        DesiredCapacity: 0,
        DefaultCooldown: 1,
        AvailabilityZones: [],
        HealthCheckType: 'EC2',
        CreatedTime: new Date(0),
        ...group,
      },
    ],
  });
  aws.ec2
    .on(DescribeLaunchTemplateVersionsCommand)
    .callsFake(({ LaunchTemplateId, LaunchTemplateName }) => ({
      LaunchTemplateVersions: [
        {
          VersionNumber: 4,
          LaunchTemplateData: {
            IamInstanceProfile:
              LaunchTemplateId === undefined
                ? { Name: `profile-of-${LaunchTemplateName}` }
                : { Arn: PROFILE },
            MetadataOptions: { HttpTokens: 'optional' },
          },
        },
      ],
    }));
  mockProfile();
}

beforeEach(() => Object.values(aws).forEach(mock => mock.reset()));
afterAll(() => Object.values(aws).forEach(mock => mock.restore()));

describe('running hosts', () => {
  it('reads the machine, its profile and the role in it', async () => {
    mockHosts([
      {
        ec2InstanceId: 'i-0a1',
        capacityProviderName: 'spot',
        runningTasksCount: 3,
        attributes: [
          { name: 'ecs.capability.task-eni-block-instance-metadata' },
        ],
      },
    ]);

    const { host, instanceProfile, role, gaps } = await collect();

    expect(host).toEqual([
      {
        arn: instanceArn('0'),
        clusterArn: CLUSTER,
        instanceId: 'i-0a1',
        external: false,
        capacityProviderName: 'spot',
        status: 'ACTIVE',
        agentConnected: true,
        runningTasksCount: 3,
        attributes: ['ecs.capability.task-eni-block-instance-metadata'],
        instanceProfileArn: known(PROFILE),
        metadataOptions: known({
          httpEndpoint: 'enabled',
          httpTokens: 'required',
          httpPutResponseHopLimit: 2,
        }),
        registeredRoleArn: known(null),
        publicIp: known(false),
        tasks: known([]),
      },
    ]);
    expect(instanceProfile).toEqual([
      { arn: PROFILE, name: 'hosts-profile', roleArn: known(INSTANCE_ROLE) },
    ]);
    expect(role.map(({ arn }) => arn)).toContain(INSTANCE_ROLE);
    expect(gaps).toEqual([]);
  });

  it('reads the second page of container instances', async () => {
    mockHosts([{ ec2InstanceId: 'i-0a1' }]);
    aws.ecs
      .on(ListContainerInstancesCommand)
      .resolvesOnce({
        containerInstanceArns: [instanceArn('0')],
        nextToken: 'more',
      })
      .resolvesOnce({ containerInstanceArns: [instanceArn('1')] });

    await collect();

    expect(
      aws.ecs.commandCalls(DescribeContainerInstancesCommand)[0].args[0].input
        .containerInstances,
    ).toEqual([instanceArn('0'), instanceArn('1')]);
  });

  it('does not ask for the instances of a cluster that has none', async () => {
    mockFleet(aws);

    await collect();

    expect(aws.ecs.commandCalls(ListContainerInstancesCommand)).toEqual([]);
  });

  it('takes a dead instance out of the question, and asks again for the rest', async () => {
    mockHosts([
      { ec2InstanceId: 'i-0a1' },
      { ec2InstanceId: 'i-0dead' },
      { ec2InstanceId: 'i-0dead2' },
    ]);
    aws.ec2
      .on(DescribeInstancesCommand, {
        InstanceIds: ['i-0a1', 'i-0dead', 'i-0dead2'],
      })
      .rejects(
        awsError(
          'InvalidInstanceID.NotFound',
          "The instance IDs 'i-0dead, i-0dead2' do not exist",
        ),
      );

    const { host, gaps } = await collect();

    expect(host.map(each => each.instanceProfileArn)).toEqual([
      known(PROFILE),
      unknown('NotFound'),
      unknown('NotFound'),
    ]);
    expect(gaps).toEqual([]);
  });

  it('does not take a terminated machine, which has lost its profile, for one without a profile', async () => {
    mockHosts([{ ec2InstanceId: 'i-0a1' }]);
    aws.ec2.on(DescribeInstancesCommand).resolves({
      Reservations: [
        {
          Instances: [{ InstanceId: 'i-0a1', State: { Name: 'terminated' } }],
        },
      ],
    });

    const { host } = await collect();

    expect(host[0].instanceProfileArn).toEqual(unknown('Terminated'));
  });

  it('knows a machine that runs without a profile', async () => {
    mockHosts([{ ec2InstanceId: 'i-0a1' }]);
    aws.ec2.on(DescribeInstancesCommand).resolves({
      Reservations: [
        { Instances: [{ InstanceId: 'i-0a1', State: { Name: 'running' } }] },
      ],
    });

    const { host, instanceProfile } = await collect();

    expect(host[0].instanceProfileArn).toEqual(known(null));
    expect(instanceProfile).toEqual([]);
  });

  it('does not ask EC2 for a machine of ECS Anywhere', async () => {
    mockHosts([
      { ec2InstanceId: 'mi-0123456789abcdef0' },
      {
        ec2InstanceId: 'i-0a1',
        attributes: [{ name: 'ecs.capability.external' }],
      },
    ]);
    aws.ssm.on(DescribeInstanceInformationCommand).resolves({});

    const { host } = await collect();

    expect(host.map(each => [each.external, each.instanceProfileArn])).toEqual([
      [true, unknown('ExternalInstance')],
      [true, unknown('ExternalInstance')],
    ]);
    expect(aws.ec2.commandCalls(DescribeInstancesCommand)).toEqual([]);
  });

  it.each([
    ['with a public address', '203.0.113.7', true],
    ['without one', undefined, false],
  ])('knows a machine %s', async (_, PublicIpAddress, has) => {
    mockHosts([{ ec2InstanceId: 'i-0a1' }]);
    aws.ec2.on(DescribeInstancesCommand).resolves({
      Reservations: [{ Instances: [{ InstanceId: 'i-0a1', PublicIpAddress }] }],
    });

    expect((await collect()).host[0].publicIp).toEqual(known(has));
  });

  it('does not know the role of a profile that was deleted', async () => {
    mockHosts([{ ec2InstanceId: 'i-0a1' }]);
    aws.iam
      .on(GetInstanceProfileCommand)
      .rejects(awsError('NoSuchEntityException', 'gone', 404));

    const { instanceProfile, gaps } = await collect();

    expect(instanceProfile).toEqual([
      { arn: PROFILE, name: 'hosts-profile', roleArn: unknown('NotFound') },
    ]);
    expect(gaps).toEqual([]);
  });
});

describe('machines of ECS Anywhere', () => {
  const id = (number: number) => `mi-${String(number).padStart(17, '0')}`;
  const ANYWHERE = 'arn:aws:iam::111122223333:role/anywhere';
  const registered = () =>
    collect().then(read => read.host.map(host => host.registeredRoleArn));

  it.each([
    ['a name', 'anywhere', ANYWHERE],
    [
      'a path',
      'service-role/anywhere',
      'arn:aws:iam::111122223333:role/service-role/anywhere',
    ],
    ['an ARN', ANYWHERE, ANYWHERE],
  ])(
    'have the role that Systems Manager tells by %s',
    async (_, told, role) => {
      mockHosts([{ ec2InstanceId: id(1) }]);
      aws.ssm.on(DescribeInstanceInformationCommand).resolves({
        InstanceInformationList: [{ InstanceId: id(1), IamRole: told }],
      });

      const read = await collect();

      expect(read.host[0].registeredRoleArn).toEqual(known(role));
      expect(read.role.map(({ arn }) => arn)).toContain(role);
      expect(read.gaps).toEqual([]);
    },
  );

  it('are asked for fifty at a time and page by page, without those on EC2', async () => {
    mockHosts([
      ...Array.from({ length: 51 }, (_, index) => ({
        ec2InstanceId: id(index),
      })),
      { ec2InstanceId: 'i-0a1' },
    ]);
    aws.ssm
      .on(DescribeInstanceInformationCommand)
      .resolvesOnce({
        InstanceInformationList: [{ InstanceId: id(0), IamRole: 'anywhere' }],
        NextToken: 'more',
      })
      .resolvesOnce({
        InstanceInformationList: [{ InstanceId: id(1), IamRole: 'anywhere' }],
      })
      .resolves({});

    const roles = await registered();

    expect(
      aws.ssm
        .commandCalls(DescribeInstanceInformationCommand)
        .map(({ args }) => [
          args[0].input.MaxResults,
          args[0].input.Filters?.map(({ Key, Values }) => [
            Key,
            Values?.length,
          ]),
        ]),
    ).toEqual([
      [50, [['InstanceIds', 50]]],
      [50, [['InstanceIds', 50]]],
      [50, [['InstanceIds', 1]]],
    ]);
    expect(roles.slice(0, 3)).toEqual([
      known(ANYWHERE),
      known(ANYWHERE),
      unknown('NotFound'),
    ]);
    expect(roles.at(-1)).toEqual(known(null));
  });

  it.each([
    ['nothing', undefined, 'EmptyAnswer'],
    ['an empty role', '', 'EmptyAnswer'],
    ['what cannot be a role', 'no role at all', 'NotARole'],
  ])('have an unknown role where it tells %s', async (_, IamRole, because) => {
    mockHosts([{ ec2InstanceId: id(1) }]);
    aws.ssm.on(DescribeInstanceInformationCommand).resolves({
      InstanceInformationList: [{ InstanceId: id(1), IamRole }],
    });

    expect(await registered()).toEqual([unknown(because)]);
  });

  it.each([
    ['AccessDeniedException', 'AccessDenied'],
    ['UnknownOperationException', 'UnknownOperation'],
  ])(
    'have an unknown role after %s, which is no gap',
    async (code, because) => {
      mockHosts([{ ec2InstanceId: id(1) }]);
      aws.ssm.on(DescribeInstanceInformationCommand).rejects(awsError(code));

      const { host, gaps } = await collect();

      expect(host[0].registeredRoleArn).toEqual(
        unknown(because, 'ssm:DescribeInstanceInformation'),
      );
      expect(gaps).toEqual([]);
    },
  );
});

describe('what a host started now would get', () => {
  const metadataOptions = {
    httpEndpoint: null,
    httpTokens: 'optional',
    httpPutResponseHopLimit: null,
  };

  it.each([
    {
      from: 'a launch template by id',
      group: {
        LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '$Latest' },
      },
      asked: [{ LaunchTemplateId: 'lt-1', Versions: ['$Latest'] }],
      templates: [
        {
          source: 'launch-template',
          name: 'lt-1:4',
          instanceProfile: PROFILE,
          metadataOptions,
        },
      ],
    },
    {
      from: 'a launch template by name without a version',
      group: { LaunchTemplate: { LaunchTemplateName: 'hosts' } },
      asked: [{ LaunchTemplateName: 'hosts', Versions: ['$Default'] }],
      templates: [
        {
          source: 'launch-template',
          name: 'hosts:4',
          instanceProfile: 'profile-of-hosts',
          metadataOptions,
        },
      ],
    },
    {
      from: 'a mixed instances policy with overrides',
      group: {
        MixedInstancesPolicy: {
          LaunchTemplate: {
            LaunchTemplateSpecification: {
              LaunchTemplateId: 'lt-1',
              LaunchTemplateName: 'base',
              Version: '4',
            },
            Overrides: [
              { InstanceType: 'm6i.large' },
              {
                InstanceType: 'm6g.large',
                LaunchTemplateSpecification: {
                  LaunchTemplateName: 'arm',
                  Version: '4',
                },
              },
              {
                InstanceType: 'm7g.large',
                LaunchTemplateSpecification: {
                  LaunchTemplateName: 'arm',
                  Version: '4',
                },
              },
            ],
          },
        },
      },
      asked: [
        { LaunchTemplateId: 'lt-1', Versions: ['4'] },
        { LaunchTemplateName: 'arm', Versions: ['4'] },
      ],
      templates: [
        {
          source: 'mixed-instances',
          name: 'lt-1:4',
          instanceProfile: PROFILE,
          metadataOptions,
        },
        {
          source: 'mixed-instances-override',
          name: 'arm:4',
          instanceProfile: 'profile-of-arm',
          metadataOptions,
        },
      ],
    },
  ])('comes from $from', async ({ group, asked, templates }) => {
    mockProvider({}, group);

    const { capacityProvider } = await collect();

    expect(
      aws.ec2
        .commandCalls(DescribeLaunchTemplateVersionsCommand)
        .map(({ args }) => args[0].input),
    ).toEqual(asked);
    expect(capacityProvider).toEqual([
      {
        name: 'hosts',
        arn: 'arn:aws:ecs:eu-west-1:111122223333:capacity-provider/hosts',
        clusterArn: null,
        kind: 'auto-scaling-group',
        autoScalingGroup: 'hosts-asg',
        infrastructureRoleArn: null,
        templates: known(templates),
      },
    ]);
  });

  it.each(['hosts-profile', PROFILE])(
    'comes from a launch configuration that names its profile %s',
    async IamInstanceProfile => {
      mockProvider({}, { LaunchConfigurationName: 'old' });
      aws.autoScaling.on(DescribeLaunchConfigurationsCommand).resolves({
        LaunchConfigurations: [
          {
            LaunchConfigurationName: 'old',
            ImageId: 'ami-1',
            InstanceType: 't3.small',
            CreatedTime: new Date(0),
            IamInstanceProfile,
          },
        ],
      });

      const { capacityProvider, instanceProfile, role } = await collect();

      expect(capacityProvider[0].templates).toEqual(
        known([
          {
            source: 'launch-configuration',
            name: 'old',
            instanceProfile: IamInstanceProfile,
            metadataOptions: null,
          },
        ]),
      );
      expect(instanceProfile.map(({ arn }) => arn)).toEqual([PROFILE]);
      expect(role.map(({ arn }) => arn)).toContain(INSTANCE_ROLE);
    },
  );

  it('comes, with Managed Instances, from the provider itself, which names an infrastructure role too', async () => {
    const infrastructure = 'arn:aws:iam::111122223333:role/infrastructure';
    mockProvider({
      cluster: 'shop',
      type: 'MANAGED_INSTANCES',
      managedInstancesProvider: {
        infrastructureRoleArn: infrastructure,
        instanceLaunchTemplate: {
          ec2InstanceProfileArn: PROFILE,
          networkConfiguration: {},
        },
      },
    });

    const { capacityProvider, role } = await collect();

    expect(capacityProvider).toEqual([
      {
        name: 'hosts',
        arn: 'arn:aws:ecs:eu-west-1:111122223333:capacity-provider/hosts',
        clusterArn: CLUSTER,
        kind: 'managed-instances',
        autoScalingGroup: null,
        infrastructureRoleArn: infrastructure,
        templates: known([
          {
            source: 'managed-instances',
            name: 'hosts',
            instanceProfile: PROFILE,
            metadataOptions: null,
          },
        ]),
      },
    ]);
    expect(role.map(({ arn }) => arn)).toEqual(
      expect.arrayContaining([infrastructure, INSTANCE_ROLE]),
    );
  });

  it('is unknown when the group or the template is gone', async () => {
    mockProvider({}, { LaunchTemplate: { LaunchTemplateId: 'lt-1' } });
    aws.ec2
      .on(DescribeLaunchTemplateVersionsCommand)
      .rejects(awsError('InvalidLaunchTemplateId.NotFound', 'gone'));

    const { capacityProvider, gaps } = await collect();

    expect(capacityProvider[0].templates).toEqual(unknown('NotFound'));
    expect(gaps).toEqual([]);
  });
});

describe('capacity providers', () => {
  it('reads the second page, and asks by cluster and without Fargate', async () => {
    mockProvider({});
    const provider = (name: string): CapacityProvider => ({
      capacityProviderArn: `arn:aws:ecs:eu-west-1:111122223333:capacity-provider/${name}`,
      name,
    });
    aws.ecs
      .on(DescribeCapacityProvidersCommand)
      .resolvesOnce({ capacityProviders: [provider('a')], nextToken: 'more' })
      .resolvesOnce({ capacityProviders: [provider('b')] });

    const { capacityProvider } = await collect();

    expect(capacityProvider.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(
      aws.ecs
        .commandCalls(DescribeCapacityProvidersCommand)
        .map(({ args }) => args[0].input),
    ).toEqual([
      { cluster: 'shop', capacityProviders: ['hosts'], nextToken: undefined },
      { cluster: 'shop', capacityProviders: ['hosts'], nextToken: 'more' },
    ]);
  });

  it('makes no call when only Fargate is named', async () => {
    mockFleet(aws, {
      cluster: { capacityProviders: ['FARGATE', 'FARGATE_SPOT'] },
      service: {
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }],
      },
    });

    await collect();

    expect(aws.ecs.commandCalls(DescribeCapacityProvidersCommand)).toEqual([]);
  });

  it('keeps one that is MISSING as a gap', async () => {
    mockProvider({});
    aws.ecs.on(DescribeCapacityProvidersCommand).resolves({
      failures: [{ arn: 'hosts', reason: 'MISSING' }],
    });

    const { gaps } = await collect();

    expect(gaps).toEqual([
      {
        api: 'ecs:DescribeCapacityProviders',
        because: 'MISSING',
        message: 'ECS answered MISSING.',
        resources: ['hosts'],
        leavesIncomplete: [],
      },
    ]);
  });
});
