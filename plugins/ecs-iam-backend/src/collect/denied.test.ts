import {
  DescribeAutoScalingGroupsCommand,
  DescribeLaunchConfigurationsCommand,
} from '@aws-sdk/client-auto-scaling';
import {
  DescribeInstancesCommand,
  DescribeLaunchTemplateVersionsCommand,
} from '@aws-sdk/client-ec2';
import {
  DescribeCapacityProvidersCommand,
  DescribeClustersCommand,
  DescribeContainerInstancesCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ListContainerInstancesCommand,
  ListServicesCommand,
} from '@aws-sdk/client-ecs';
import {
  GetInstanceProfileCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { known, unknown } from '@ecs-iam/iam-analysis';
import { factKinds, type FactKind } from '@ecs-iam/plugin-ecs-iam-node';
import {
  anyAccess,
  awsError,
  CLUSTER,
  DEFINITION,
  EXECUTION_ROLE,
  mockAws,
  mockFleet,
  production,
  SERVICE,
  TASK_ROLE,
} from '../testSupport/awsMocks';
import { collectAll, type Collected } from '../testSupport/collectAll';
import { AwsCollector } from './AwsCollector';

const aws = mockAws();
const collect = () =>
  collectAll(AwsCollector.create({ access: anyAccess }), production);

const INSTANCE = `${CLUSTER.replace(':cluster/', ':container-instance/')}/1`;
const PROFILE = 'arn:aws:iam::111122223333:instance-profile/hosts';
const POLICY = 'arn:aws:iam::111122223333:policy/boundary';

/** The default fleet, and a cluster with one EC2 host behind a capacity provider, and a policy of each sort. */
function mockEverything() {
  mockFleet(aws, {
    cluster: {
      registeredContainerInstancesCount: 1,
      capacityProviders: ['FARGATE', 'spot'],
    },
  });
  aws.ecs
    .on(ListContainerInstancesCommand)
    .resolves({ containerInstanceArns: [INSTANCE] });
  aws.ecs.on(DescribeContainerInstancesCommand).resolves({
    containerInstances: [
      { containerInstanceArn: INSTANCE, ec2InstanceId: 'i-0a1' },
    ],
  });
  aws.ecs.on(DescribeCapacityProvidersCommand).resolves({
    capacityProviders: [
      {
        capacityProviderArn: 'arn:aws:ecs:eu-west-1:111122223333:cp/spot',
        name: 'spot',
        autoScalingGroupProvider: { autoScalingGroupArn: 'hosts-asg' },
      },
    ],
  });
  aws.autoScaling.on(DescribeAutoScalingGroupsCommand).resolves({
    AutoScalingGroups: [
      {
        AutoScalingGroupName: 'hosts-asg',
        MinSize: 0,
        MaxSize: 1,
        DesiredCapacity: 1,
        DefaultCooldown: 1,
        AvailabilityZones: [],
        HealthCheckType: 'EC2',
        CreatedTime: new Date(0),
        LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '3' },
        LaunchConfigurationName: 'old-hosts',
      },
    ],
  });
  aws.autoScaling.on(DescribeLaunchConfigurationsCommand).resolves({
    LaunchConfigurations: [
      {
        LaunchConfigurationName: 'old-hosts',
        ImageId: 'ami-1',
        InstanceType: 't3.small',
        CreatedTime: new Date(0),
        IamInstanceProfile: 'hosts',
      },
    ],
  });
  aws.ec2.on(DescribeLaunchTemplateVersionsCommand).resolves({
    LaunchTemplateVersions: [
      { LaunchTemplateData: { IamInstanceProfile: { Arn: PROFILE } } },
    ],
  });
  aws.ec2.on(DescribeInstancesCommand).resolves({
    Reservations: [
      {
        Instances: [
          { InstanceId: 'i-0a1', IamInstanceProfile: { Arn: PROFILE } },
        ],
      },
    ],
  });
  aws.iam.on(GetInstanceProfileCommand).resolves({
    InstanceProfile: {
      Path: '/',
      InstanceProfileName: 'hosts',
      InstanceProfileId: 'id',
      Arn: PROFILE,
      CreateDate: new Date(0),
      Roles: [],
    },
  });
  aws.iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['inline'] });
  aws.iam.on(GetRolePolicyCommand).resolves({ PolicyDocument: '{}' });
  aws.iam.on(ListAttachedRolePoliciesCommand).resolves({
    AttachedPolicies: [{ PolicyName: 'boundary', PolicyArn: POLICY }],
  });
  aws.iam
    .on(GetPolicyCommand)
    .resolves({ Policy: { Arn: POLICY, DefaultVersionId: 'v2' } });
  aws.iam
    .on(GetPolicyVersionCommand)
    .resolves({ PolicyVersion: { Document: '{}', VersionId: 'v2' } });
}

const denied = () => awsError('AccessDenied', 'You may not.', 403);

function counts(read: Collected): Readonly<Record<FactKind, number>> {
  return {
    cluster: read.cluster.length,
    service: read.service.length,
    taskDefinition: read.taskDefinition.length,
    capacityProvider: read.capacityProvider.length,
    host: read.host.length,
    instanceProfile: read.instanceProfile.length,
    secretKey: read.secretKey.length,
    registry: read.registry.length,
    taskDefinitionFamily: read.taskDefinitionFamily.length,
    role: read.role.length,
  };
}

const ALL = {
  cluster: 1,
  service: 1,
  taskDefinition: 1,
  capacityProvider: 1,
  host: 1,
  instanceProfile: 1,
  secretKey: 0,
  registry: 0,
  taskDefinitionFamily: 1,
  role: 2,
};

beforeEach(() => {
  Object.values(aws).forEach(mock => mock.reset());
  mockEverything();
});
afterAll(() => Object.values(aws).forEach(mock => mock.restore()));

it('reads everything when nothing is denied', async () => {
  const read = await collect();

  expect(counts(read)).toEqual(ALL);
  expect(read.gaps).toEqual([]);
});

const ROLES = [EXECUTION_ROLE, TASK_ROLE];

it.each([
  {
    api: 'ecs:DescribeClusters',
    deny: () => aws.ecs.on(DescribeClustersCommand).rejects(denied()),
    resources: [CLUSTER],
    leavesIncomplete: factKinds,
    lost: {
      cluster: 0,
      service: 0,
      taskDefinition: 0,
      taskDefinitionFamily: 0,
      capacityProvider: 0,
      host: 0,
      instanceProfile: 0,
      role: 0,
    },
  },
  {
    api: 'ecs:ListServices',
    deny: () => aws.ecs.on(ListServicesCommand).rejects(denied()),
    resources: [CLUSTER],
    leavesIncomplete: [
      'service',
      'taskDefinition',
      'capacityProvider',
      'instanceProfile',
      'role',
    ],
    lost: {
      service: 0,
      taskDefinition: 0,
      taskDefinitionFamily: 0,
      role: 0,
    },
  },
  {
    api: 'ecs:DescribeServices',
    deny: () => aws.ecs.on(DescribeServicesCommand).rejects(denied()),
    resources: [SERVICE],
    leavesIncomplete: [
      'service',
      'taskDefinition',
      'capacityProvider',
      'instanceProfile',
      'role',
    ],
    lost: {
      service: 0,
      taskDefinition: 0,
      taskDefinitionFamily: 0,
      role: 0,
    },
  },
  {
    api: 'ecs:DescribeTaskDefinition',
    deny: () => aws.ecs.on(DescribeTaskDefinitionCommand).rejects(denied()),
    resources: [DEFINITION],
    leavesIncomplete: ['taskDefinition', 'role'],
    lost: { taskDefinition: 0, taskDefinitionFamily: 0, role: 0 },
  },
  {
    api: 'ecs:DescribeCapacityProviders',
    deny: () => aws.ecs.on(DescribeCapacityProvidersCommand).rejects(denied()),
    resources: ['spot'],
    leavesIncomplete: ['capacityProvider', 'instanceProfile', 'role'],
    lost: { capacityProvider: 0 },
  },
  {
    api: 'ecs:ListContainerInstances',
    deny: () => aws.ecs.on(ListContainerInstancesCommand).rejects(denied()),
    resources: [CLUSTER],
    leavesIncomplete: ['host', 'instanceProfile', 'role'],
    lost: { host: 0 },
  },
  {
    api: 'ecs:DescribeContainerInstances',
    deny: () => aws.ecs.on(DescribeContainerInstancesCommand).rejects(denied()),
    resources: [INSTANCE],
    leavesIncomplete: ['host', 'instanceProfile', 'role'],
    lost: { host: 0 },
  },
  {
    api: 'ec2:DescribeInstances',
    deny: () =>
      aws.ec2
        .on(DescribeInstancesCommand)
        .rejects(awsError('UnauthorizedOperation', 'You may not.', 403)),
    resources: ['i-0a1'],
    leavesIncomplete: ['instanceProfile', 'role'],
    lost: {},
  },
  {
    api: 'autoscaling:DescribeAutoScalingGroups',
    deny: () =>
      aws.autoScaling.on(DescribeAutoScalingGroupsCommand).rejects(denied()),
    resources: ['hosts-asg'],
    leavesIncomplete: ['instanceProfile', 'role'],
    lost: {},
  },
  {
    api: 'autoscaling:DescribeLaunchConfigurations',
    deny: () =>
      aws.autoScaling.on(DescribeLaunchConfigurationsCommand).rejects(denied()),
    resources: ['old-hosts'],
    leavesIncomplete: ['instanceProfile', 'role'],
    lost: {},
  },
  {
    api: 'ec2:DescribeLaunchTemplateVersions',
    deny: () =>
      aws.ec2.on(DescribeLaunchTemplateVersionsCommand).rejects(denied()),
    resources: ['lt-1:3'],
    leavesIncomplete: ['instanceProfile', 'role'],
    lost: {},
  },
  {
    api: 'iam:GetInstanceProfile',
    deny: () => aws.iam.on(GetInstanceProfileCommand).rejects(denied()),
    resources: [PROFILE],
    leavesIncomplete: ['role'],
    lost: {},
  },
  {
    api: 'iam:GetRole',
    deny: () => aws.iam.on(GetRoleCommand).rejects(denied()),
    resources: ROLES,
    leavesIncomplete: [],
    lost: {},
  },
  {
    api: 'iam:ListRolePolicies',
    deny: () => aws.iam.on(ListRolePoliciesCommand).rejects(denied()),
    resources: ROLES,
    leavesIncomplete: [],
    lost: {},
  },
  {
    api: 'iam:GetRolePolicy',
    deny: () => aws.iam.on(GetRolePolicyCommand).rejects(denied()),
    resources: ROLES,
    leavesIncomplete: [],
    lost: {},
  },
  {
    api: 'iam:ListAttachedRolePolicies',
    deny: () => aws.iam.on(ListAttachedRolePoliciesCommand).rejects(denied()),
    resources: ROLES,
    leavesIncomplete: [],
    lost: {},
  },
  {
    api: 'iam:GetPolicy',
    deny: () => aws.iam.on(GetPolicyCommand).rejects(denied()),
    resources: [POLICY],
    leavesIncomplete: [],
    lost: {},
  },
  {
    api: 'iam:GetPolicyVersion',
    deny: () => aws.iam.on(GetPolicyVersionCommand).rejects(denied()),
    resources: [POLICY],
    leavesIncomplete: [],
    lost: {},
  },
])(
  'makes one gap of a denied $api and reads the rest',
  async ({ api, deny, resources, leavesIncomplete, lost }) => {
    deny();

    const read = await collect();

    expect(read.gaps).toEqual([
      {
        api,
        because: 'AccessDenied',
        message: 'You may not.',
        resources,
        leavesIncomplete,
      },
    ]);
    expect(counts(read)).toEqual({ ...ALL, ...lost });
  },
);

describe('what a role looks like when a part is denied', () => {
  it('keeps the policies when only iam:GetRole is denied', async () => {
    aws.iam.on(GetRoleCommand).rejects(denied());

    const { role } = await collect();

    const nothing = unknown('AccessDenied', 'iam:GetRole');
    expect(role[0]).toEqual({
      arn: EXECUTION_ROLE,
      name: 'checkoutExec',
      path: '/',
      accountId: '111122223333',
      partition: 'aws',
      existence: nothing,
      trustPolicy: nothing,
      boundary: nothing,
      tags: nothing,
      lastUsed: nothing,
      createdAt: nothing,
      policies: known([
        {
          kind: 'inline',
          name: 'inline',
          arn: null,
          versionId: null,
          document: known('{}'),
        },
        {
          kind: 'customer-managed',
          name: 'boundary',
          arn: POLICY,
          versionId: 'v2',
          document: known('{}'),
        },
      ]),
    });
  });

  it('finds out that the role is gone when iam:GetRole is denied', async () => {
    aws.iam.on(GetRoleCommand).rejects(denied());
    aws.iam
      .on(ListRolePoliciesCommand)
      .rejects(awsError('NoSuchEntityException', 'gone', 404));
    aws.iam
      .on(ListAttachedRolePoliciesCommand)
      .rejects(awsError('NoSuchEntityException', 'gone', 404));

    const { role } = await collect();

    expect(role.map(({ existence }) => existence)).toEqual([
      known('not-found'),
      known('not-found'),
    ]);
  });

  it('knows no policies when one of the two lists is denied: half a list would look whole', async () => {
    aws.iam.on(ListRolePoliciesCommand).rejects(denied());

    const { role } = await collect();

    expect(role[0].policies).toEqual(
      unknown('AccessDenied', 'iam:ListRolePolicies'),
    );
    expect(role[0].existence).toEqual(known('exists'));
  });

  it('does not know one document when iam:GetRolePolicy is denied', async () => {
    aws.iam.on(GetRolePolicyCommand).rejects(denied());

    const { role } = await collect();

    expect(role[0].policies).toMatchObject({
      known: true,
      value: [
        {
          kind: 'inline',
          document: unknown('AccessDenied', 'iam:GetRolePolicy'),
        },
        { kind: 'customer-managed', document: known('{}') },
      ],
    });
  });

  it('tells both regions of an account about the gaps of roles that were read once', async () => {
    aws.iam.on(GetPolicyCommand).rejects(denied());
    const collector = AwsCollector.create({ access: anyAccess });

    const first = await collectAll(collector, production);
    const second = await collectAll(collector, {
      ...production,
      region: 'us-east-1',
    });

    expect(second.gaps).toEqual(first.gaps);
    expect(second.gaps.map(({ api }) => api)).toEqual(['iam:GetPolicy']);
  });
});

it('does not know the profile of a host when ec2:DescribeInstances is denied', async () => {
  aws.ec2
    .on(DescribeInstancesCommand)
    .rejects(awsError('UnauthorizedOperation', 'You may not.', 403));

  const { host } = await collect();

  const nothing = unknown('AccessDenied', 'ec2:DescribeInstances');
  expect(host[0]).toMatchObject({
    instanceId: 'i-0a1',
    instanceProfileArn: nothing,
    metadataOptions: nothing,
  });
});
