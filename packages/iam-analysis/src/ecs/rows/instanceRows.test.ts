import { known, unknown } from '../../known';
import {
  aCapacityProvider,
  aContainer,
  aHost,
  aHostTemplate,
  anInstanceProfile,
  aService,
  aServiceContext,
  aStrategy,
  aTaskDefinition,
  profileArn,
  roleArn,
} from '../../testUtils';
import type { Service } from '../service';
import { instanceRows } from './instanceRows';

const AGENT = ['registers hosts', 'polls for tasks', 'sends telemetry'];
const INSTANCE_ROLE = known(roleArn('ecsInstanceRole'));

function onEc2(parts: Partial<Service> = {}): Service {
  return aService({ launchType: 'EC2', ...parts });
}

function onProvider(...names: string[]): Service {
  return aService({
    launchType: null,
    capacityProviderStrategy: aStrategy(...names),
  });
}

const otherProfile = anInstanceProfile({
  name: 'other',
  roleArn: known(roleArn('otherRole')),
});

describe('instanceRows on Fargate', () => {
  it('says that there is no host', () => {
    expect(
      instanceRows(aServiceContext({ hosts: unknown('AccessDenied') })),
    ).toEqual([
      {
        slot: 'instance',
        roleArn: known(null),
        appliesTo: '–',
        revisions: [],
        usedFor: ['Fargate has no host of yours'],
        required: { value: 'no', because: ['the service runs on Fargate'] },
        notes: [],
      },
    ]);
  });

  it('speaks of the tasks where no service runs them', () => {
    expect(
      instanceRows(
        aServiceContext({ service: aService({ kind: 'task-family' }) }),
      ),
    ).toMatchObject([{ required: { because: ['the tasks run on Fargate'] } }]);
  });

  it('has the row of hosts when the service runs on EC2 too', () => {
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('FARGATE', 'asg'),
          capacityProviders: known([aCapacityProvider()]),
          hosts: known([aHost({ capacityProviderName: 'asg' })]),
        }),
      ),
    ).toMatchObject([
      {
        roleArn: INSTANCE_ROLE,
        appliesTo: '1 host',
        required: { value: 'yes', because: ['EC2'] },
      },
    ]);
  });
});

describe('instanceRows, way A: running hosts', () => {
  it('follows the instance profile, whose name may differ from the role', () => {
    const hosts = ['i-1', 'i-2', 'i-3'].map(instanceId =>
      aHost({ instanceId }),
    );
    expect(
      instanceRows(aServiceContext({ service: onEc2(), hosts: known(hosts) })),
    ).toEqual([
      {
        slot: 'instance',
        roleArn: INSTANCE_ROLE,
        appliesTo: '3 hosts',
        revisions: [],
        usedFor: AGENT,
        required: { value: 'yes', because: ['EC2'] },
        notes: [],
      },
    ]);
  });

  it('has a row for each role', () => {
    const hosts = [
      aHost({ instanceId: 'i-1' }),
      aHost({
        instanceId: 'i-2',
        instanceProfileArn: known(otherProfile.arn),
      }),
      aHost({ instanceId: 'i-3' }),
    ];
    expect(
      instanceRows(
        aServiceContext({
          service: onEc2(),
          hosts: known(hosts),
          instanceProfiles: [anInstanceProfile(), otherProfile],
        }),
      ).map(({ roleArn: role, appliesTo }) => [role, appliesTo]),
    ).toEqual([
      [INSTANCE_ROLE, '2 hosts'],
      [known(roleArn('otherRole')), '1 host'],
    ]);
  });

  it.each([
    [
      'a host without a profile',
      aHost({ instanceProfileArn: known(null) }),
      known(null),
      ['1 host runs without an instance profile'],
    ],
    [
      'a profile without a role',
      aHost({ instanceProfileArn: known(profileArn('empty')) }),
      known(null),
      [],
    ],
    [
      'a profile that could not be read',
      aHost({ instanceProfileArn: known(profileArn('secret')) }),
      unknown(
        'the instance profile secret could not be read',
        'iam:GetInstanceProfile',
      ),
      [],
    ],
    [
      'a profile of that name in another account',
      aHost({
        instanceProfileArn: known(
          'arn:aws:iam::777788889999:instance-profile/ecsInstanceProfile',
        ),
      }),
      unknown(
        'the instance profile ecsInstanceProfile could not be read',
        'iam:GetInstanceProfile',
      ),
      [],
    ],
    [
      'a machine that could not be read',
      aHost({
        instanceProfileArn: unknown('AccessDenied', 'ec2:DescribeInstances'),
      }),
      unknown('AccessDenied', 'ec2:DescribeInstances'),
      [],
    ],
    [
      'a profile whose role could not be read',
      aHost({ instanceProfileArn: known(profileArn('denied')) }),
      unknown('AccessDenied', 'iam:GetInstanceProfile'),
      [],
    ],
  ])('keeps %s a row of its own', (_, host, role, notes) => {
    expect(
      instanceRows(
        aServiceContext({
          service: onEc2(),
          hosts: known([host]),
          instanceProfiles: [
            anInstanceProfile(),
            anInstanceProfile({ name: 'empty', roleArn: known(null) }),
            anInstanceProfile({
              name: 'denied',
              roleArn: unknown('AccessDenied', 'iam:GetInstanceProfile'),
            }),
          ],
        }),
      ),
    ).toEqual([
      {
        slot: 'instance',
        roleArn: role,
        appliesTo: '1 host',
        revisions: [],
        usedFor: AGENT,
        required: { value: 'yes', because: ['EC2'] },
        notes,
      },
    ]);
  });

  const fleet = known([
    aHost({ instanceId: 'i-1' }),
    aHost({ instanceId: 'i-2', capacityProviderName: 'asg' }),
    aHost({ instanceId: 'i-3', capacityProviderName: 'big' }),
    aHost({ instanceId: 'i-4', capacityProviderName: 'mi' }),
    aHost({ instanceId: 'i-5', status: 'DRAINING' }),
    aHost({ instanceId: 'i-6', status: 'INACTIVE' }),
    aHost({ instanceId: 'mi-1', external: true }),
  ]);
  const providers = known([
    aCapacityProvider({ name: 'asg' }),
    aCapacityProvider({ name: 'big' }),
    aCapacityProvider({
      name: 'mi',
      kind: 'managed-instances',
      templates: known([aHostTemplate({ source: 'managed-instances' })]),
    }),
  ]);

  it.each([
    ['launch type EC2: all of EC2', onEc2(), ['4 hosts']],
    ['one capacity provider: its own', onProvider('asg'), ['1 host']],
    ['two capacity providers', onProvider('asg', 'big'), ['2 hosts']],
    ['Managed Instances: its own', onProvider('mi'), ['1 host']],
    [
      'launch type MANAGED_INSTANCES: all of that kind',
      onEc2({ launchType: 'MANAGED_INSTANCES' }),
      ['1 host'],
    ],
    [
      'launch type EXTERNAL: external ones',
      onEc2({ launchType: 'EXTERNAL' }),
      ['1 external host'],
    ],
    [
      'nothing that decides: those of the cluster',
      onEc2({ launchType: null }),
      ['5 hosts', '1 external host'],
    ],
  ])(
    'counts the hosts that the service can land on, by %s',
    (_, service, expected) => {
      expect(
        instanceRows(
          aServiceContext({
            service,
            hosts: fleet,
            capacityProviders: providers,
          }),
        ).map(each => each.appliesTo),
      ).toEqual(expected);
    },
  );

  it('adds what tasks without an execution role leave to the instance role', () => {
    const containers = [
      aContainer({
        image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout:1',
        logConfiguration: {
          driver: 'awslogs',
          options: { 'awslogs-group': '/ecs/checkout' },
          secretOptions: [],
        },
        secrets: [{ name: 'A', valueFrom: '/a' }],
      }),
    ];
    const uses = (executionRoleArn: string | null) =>
      instanceRows(
        aServiceContext({
          service: onEc2(),
          hosts: known([aHost()]),
          taskDefinitions: [aTaskDefinition({ containers, executionRoleArn })],
        }),
      ).map(each => each.usedFor);
    expect(uses(null)).toEqual([
      [...AGENT, 'pulls shop/checkout from ECR', 'writes /ecs/checkout'],
    ]);
    expect(uses('exec')).toEqual([AGENT]);
  });

  it('does not leave them to the role of a managed instance', () => {
    const containers = [
      aContainer({
        image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout:1',
      }),
    ];
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('mi'),
          hosts: fleet,
          capacityProviders: providers,
          taskDefinitions: [aTaskDefinition({ containers })],
        }),
      ),
    ).toMatchObject([{ usedFor: AGENT }]);
  });

  it.each([
    [
      'has the role that Systems Manager knows',
      known(roleArn('ecsAnywhereRole')),
      known(roleArn('ecsAnywhereRole')),
    ],
    [
      'says which permission shows the role',
      unknown('AccessDenied', 'ssm:DescribeInstanceInformation'),
      unknown('AccessDenied', 'ssm:DescribeInstanceInformation'),
    ],
    [
      'does not take a machine without an answer for one without a role',
      known(null),
      unknown(
        'Systems Manager does not say with which role the host is registered',
        'ssm:DescribeInstanceInformation',
      ),
    ],
  ])('of an external host, %s', (_, registeredRoleArn, role) => {
    expect(
      instanceRows(
        aServiceContext({
          service: onEc2({ launchType: 'EXTERNAL' }),
          hosts: known([
            aHost({ instanceId: 'i-1' }),
            aHost({ instanceId: 'mi-1', external: true, registeredRoleArn }),
          ]),
        }),
      ),
    ).toEqual([
      {
        slot: 'instance',
        roleArn: role,
        appliesTo: '1 external host',
        revisions: [],
        usedFor: AGENT,
        required: { value: 'yes', because: ['ECS Anywhere'] },
        notes: [],
      },
    ]);
  });

  it('does not ask Systems Manager for the role of a host on EC2', () => {
    expect(
      instanceRows(
        aServiceContext({
          service: onEc2(),
          hosts: known([aHost({ registeredRoleArn: known(roleArn('other')) })]),
        }),
      ),
    ).toMatchObject([{ roleArn: INSTANCE_ROLE }]);
  });
});
