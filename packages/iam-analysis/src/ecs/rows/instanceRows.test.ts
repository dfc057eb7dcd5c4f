import { known, unknown } from '../../known';
import {
  aCapacityProvider,
  aCluster,
  aContainer,
  aHost,
  aHostTemplate,
  anInstanceProfile,
  aService,
  aServiceContext,
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
    capacityProviderStrategy: names.map(capacityProvider => ({
      capacityProvider,
      weight: 1,
      base: 0,
    })),
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

  it('says which permission shows the role of an external host', () => {
    expect(
      instanceRows(
        aServiceContext({
          service: onEc2({ launchType: 'EXTERNAL' }),
          hosts: fleet,
        }),
      ),
    ).toEqual([
      {
        slot: 'instance',
        roleArn: unknown(
          'the role of an external host is known to Systems Manager, which is not read yet',
          'ssm:DescribeInstanceInformation',
        ),
        appliesTo: '1 external host',
        revisions: [],
        usedFor: AGENT,
        required: { value: 'yes', because: ['ECS Anywhere'] },
        notes: [],
      },
    ]);
  });
});

describe('instanceRows, way B: templates', () => {
  it('names the role of the next host when none runs', () => {
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('asg'),
          capacityProviders: known([aCapacityProvider()]),
        }),
      ),
    ).toEqual([
      {
        slot: 'instance',
        roleArn: INSTANCE_ROLE,
        appliesTo: 'next host of asg',
        revisions: [],
        usedFor: AGENT,
        required: { value: 'yes', because: ['EC2'] },
        notes: [
          'Would be used by the next host of capacity provider asg (launch template lt-1:7)',
        ],
      },
    ]);
  });

  it('finds a profile that a launch configuration names by bare name', () => {
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('asg'),
          capacityProviders: known([
            aCapacityProvider({
              templates: known([
                aHostTemplate({
                  source: 'launch-configuration',
                  name: 'lc',
                  instanceProfile: 'ecsInstanceProfile',
                }),
              ]),
            }),
          ]),
        }),
      ),
    ).toMatchObject([
      {
        roleArn: INSTANCE_ROLE,
        notes: [
          'Would be used by the next host of capacity provider asg (launch configuration lc)',
        ],
      },
    ]);
  });

  it('does not take a bare name for a profile of another account', () => {
    const foreign = {
      ...anInstanceProfile(),
      arn: 'arn:aws:iam::777788889999:instance-profile/ecsInstanceProfile',
    };
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('asg'),
          instanceProfiles: [foreign],
          capacityProviders: known([
            aCapacityProvider({
              templates: known([
                aHostTemplate({ instanceProfile: 'ecsInstanceProfile' }),
              ]),
            }),
          ]),
        }),
      ),
    ).toMatchObject([{ roleArn: { known: false } }]);
  });

  it('has a row for each role of a mixed instances policy', () => {
    const templates = known([
      aHostTemplate({ source: 'mixed-instances' }),
      aHostTemplate({
        source: 'mixed-instances-override',
        name: 'lt-2:1',
        instanceProfile: otherProfile.arn,
      }),
      aHostTemplate({ source: 'mixed-instances-override', name: 'lt-3:1' }),
    ]);
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('asg'),
          capacityProviders: known([aCapacityProvider({ templates })]),
          instanceProfiles: [anInstanceProfile(), otherProfile],
        }),
      ).map(({ roleArn: role, notes }) => [role, notes]),
    ).toEqual([
      [
        INSTANCE_ROLE,
        [
          'Would be used by the next host of capacity provider asg (launch template lt-1:7 of the mixed instances policy)',
          'Would be used by the next host of capacity provider asg (launch template lt-3:1, an override of the mixed instances policy)',
        ],
      ],
      [
        known(roleArn('otherRole')),
        [
          'Would be used by the next host of capacity provider asg (launch template lt-2:1, an override of the mixed instances policy)',
        ],
      ],
    ]);
  });

  it('says that a template gives no profile', () => {
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('asg'),
          capacityProviders: known([
            aCapacityProvider({
              templates: known([aHostTemplate({ instanceProfile: null })]),
            }),
          ]),
        }),
      ),
    ).toMatchObject([
      {
        roleArn: known(null),
        appliesTo: 'next host of asg',
        notes: [
          'The next host of capacity provider asg would get no instance profile (launch template lt-1:7), so it could not register',
        ],
      },
    ]);
  });

  it('says that templates could not be read', () => {
    const denied = unknown(
      'AccessDenied',
      'autoscaling:DescribeAutoScalingGroups',
    );
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('asg'),
          capacityProviders: known([aCapacityProvider({ templates: denied })]),
        }),
      ),
    ).toMatchObject([
      {
        roleArn: denied,
        appliesTo: 'next host of asg',
        required: { value: 'yes' },
        notes: [
          'What the next host of capacity provider asg would get could not be read',
        ],
      },
    ]);
  });

  it('asks the templates of the cluster for launch type EC2 only when no host runs', () => {
    const capacityProviders = known([
      aCapacityProvider({
        templates: known([
          aHostTemplate({ instanceProfile: otherProfile.arn }),
        ]),
      }),
    ]);
    const roles = (...hosts: ReturnType<typeof aHost>[]) =>
      instanceRows(
        aServiceContext({
          service: onEc2(),
          hosts: known(hosts),
          capacityProviders,
          instanceProfiles: [anInstanceProfile(), otherProfile],
        }),
      ).map(each => each.roleArn);
    expect(roles()).toEqual([known(roleArn('otherRole'))]);
    expect(roles(aHost())).toEqual([INSTANCE_ROLE]);
  });

  it('uses the templates, and says so, when hosts could not be read', () => {
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('asg'),
          hosts: unknown('AccessDenied', 'ecs:ListContainerInstances'),
          capacityProviders: known([aCapacityProvider()]),
        }),
      ),
    ).toMatchObject([
      {
        roleArn: INSTANCE_ROLE,
        appliesTo: 'next host of asg',
        notes: [
          'Running hosts could not be read: AccessDenied (needs ecs:ListContainerInstances)',
          'Would be used by the next host of capacity provider asg (launch template lt-1:7)',
        ],
      },
    ]);
  });

  it.each([
    [
      'hosts could not be read',
      onEc2(),
      unknown('AccessDenied', 'ecs:ListContainerInstances'),
      known([]),
      unknown('AccessDenied', 'ecs:ListContainerInstances'),
      { value: 'yes', because: ['EC2'] },
    ],
    [
      'there is no host and capacity providers could not be read',
      onEc2(),
      known([]),
      unknown('AccessDenied', 'ecs:DescribeCapacityProviders'),
      unknown('AccessDenied', 'ecs:DescribeCapacityProviders'),
      { value: 'yes', because: ['EC2'] },
    ],
    [
      'there is no host and no capacity provider',
      onEc2(),
      known([]),
      known([]),
      unknown(
        'no host is registered, and no capacity provider says what the next one would get',
      ),
      { value: 'yes', because: ['EC2'] },
    ],
    [
      'there is no external host',
      onEc2({ launchType: 'EXTERNAL' }),
      known([aHost()]),
      known([]),
      unknown('no external host is registered in the cluster'),
      { value: 'yes', because: ['ECS Anywhere'] },
    ],
    [
      'the capacity provider was not found',
      onProvider('gone'),
      known([aHost()]),
      known([]),
      unknown(
        'the capacity provider gone was not found',
        'ecs:DescribeCapacityProviders',
      ),
      { value: 'yes', because: ['capacity provider gone'] },
    ],
    [
      'nothing says where the tasks run',
      onEc2({ launchType: null }),
      known([]),
      known([]),
      unknown(
        'neither the service nor its cluster names a launch type or a capacity provider',
      ),
      {
        value: 'unknown',
        because: [
          'where the tasks run is not known: neither the service nor its cluster names a launch type or a capacity provider',
        ],
      },
    ],
  ])(
    'does not guess a role when %s',
    (_, service, hosts, capacityProviders, role, required) => {
      expect(
        instanceRows(aServiceContext({ service, hosts, capacityProviders })),
      ).toEqual([
        {
          slot: 'instance',
          roleArn: role,
          appliesTo: 'hosts of the cluster',
          revisions: [],
          usedFor: AGENT,
          required,
          notes: [],
        },
      ]);
    },
  );

  it('does not guess when the cluster could not be read', () => {
    expect(
      instanceRows(
        aServiceContext({
          service: onEc2({ launchType: null }),
          cluster: unknown('AccessDenied', 'ecs:DescribeClusters'),
        }),
      ),
    ).toMatchObject([
      {
        roleArn: unknown('AccessDenied', 'ecs:DescribeClusters'),
        required: {
          value: 'unknown',
          because: [
            'where the tasks run is not known: AccessDenied (needs ecs:DescribeClusters)',
          ],
        },
      },
    ]);
  });

  it('follows the default strategy of the cluster', () => {
    const defaultCapacityProviderStrategy = [
      { capacityProvider: 'asg', weight: 1, base: 0 },
    ];
    expect(
      instanceRows(
        aServiceContext({
          service: onEc2({ launchType: null }),
          cluster: known(aCluster({ defaultCapacityProviderStrategy })),
          capacityProviders: known([aCapacityProvider()]),
        }),
      ),
    ).toMatchObject([{ roleArn: INSTANCE_ROLE }]);
  });
});

describe('instanceRows, drift between host and template', () => {
  const drifted = known([
    aCapacityProvider({
      templates: known([
        aHostTemplate({ name: 'lt-1:8', instanceProfile: otherProfile.arn }),
      ]),
    }),
  ]);
  const host = aHost({ capacityProviderName: 'asg' });

  it('shows both roles and names both in the note', () => {
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('asg'),
          hosts: known([host]),
          capacityProviders: drifted,
          instanceProfiles: [anInstanceProfile(), otherProfile],
        }),
      ).map(({ roleArn: role, appliesTo, notes }) => [role, appliesTo, notes]),
    ).toEqual([
      [
        INSTANCE_ROLE,
        '1 host',
        [
          'Host and template differ: running hosts of capacity provider asg have ecsInstanceRole, the next one gets otherRole (launch template lt-1:8)',
        ],
      ],
      [
        known(roleArn('otherRole')),
        'next host of asg',
        [
          'Would be used by the next host of capacity provider asg (launch template lt-1:8)',
        ],
      ],
    ]);
  });

  it('sees it with launch type EC2 too', () => {
    expect(
      instanceRows(
        aServiceContext({
          service: onEc2(),
          hosts: known([host]),
          capacityProviders: drifted,
          instanceProfiles: [anInstanceProfile(), otherProfile],
        }),
      ),
    ).toHaveLength(2);
  });

  it.each([
    ['agree', known([aCapacityProvider()]), [anInstanceProfile()]],
    [
      'have different profiles of the same role',
      drifted,
      [
        anInstanceProfile(),
        { ...otherProfile, roleArn: known(roleArn('ecsInstanceRole')) },
      ],
    ],
    [
      'cannot be compared, as the profile of the template was not read',
      drifted,
      [anInstanceProfile()],
    ],
  ])('says nothing when they %s', (_, capacityProviders, instanceProfiles) => {
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('asg'),
          hosts: known([host]),
          capacityProviders,
          instanceProfiles,
        }),
      ),
    ).toMatchObject([
      { roleArn: INSTANCE_ROLE, appliesTo: '1 host', notes: [] },
    ]);
  });

  it('says that it is not known when the templates could not be read', () => {
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('asg'),
          hosts: known([host]),
          capacityProviders: known([
            aCapacityProvider({
              templates: unknown(
                'AccessDenied',
                'ec2:DescribeLaunchTemplateVersions',
              ),
            }),
          ]),
        }),
      ),
    ).toMatchObject([
      {
        roleArn: INSTANCE_ROLE,
        notes: [
          'Whether the next host of capacity provider asg gets the same role is not known: AccessDenied (needs ec2:DescribeLaunchTemplateVersions)',
        ],
      },
    ]);
  });
});

describe('instanceRows, way C: Managed Instances', () => {
  const managed = known([
    aCapacityProvider({
      name: 'mi',
      kind: 'managed-instances',
      templates: known([aHostTemplate({ source: 'managed-instances' })]),
    }),
  ]);

  it('goes by the profile of the capacity provider', () => {
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('mi'),
          capacityProviders: managed,
        }),
      ),
    ).toMatchObject([
      {
        roleArn: INSTANCE_ROLE,
        appliesTo: 'next host of mi',
        required: { value: 'yes', because: ['Managed Instances'] },
        notes: [
          'Would be used by the next host of capacity provider mi (its own launch template)',
        ],
      },
    ]);
  });

  it('does so for running hosts that EC2 hides', () => {
    const host = aHost({
      capacityProviderName: 'mi',
      instanceProfileArn: unknown('InvalidInstanceID.NotFound'),
    });
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('mi'),
          hosts: known([host]),
          capacityProviders: managed,
        }),
      ),
    ).toMatchObject([
      { roleArn: INSTANCE_ROLE, appliesTo: '1 host', notes: [] },
    ]);
  });

  it('does not so for hosts of an Auto Scaling group, which may have drifted', () => {
    const host = aHost({
      capacityProviderName: 'asg',
      instanceProfileArn: unknown('AccessDenied', 'ec2:DescribeInstances'),
    });
    expect(
      instanceRows(
        aServiceContext({
          service: onProvider('asg'),
          hosts: known([host]),
          capacityProviders: known([aCapacityProvider()]),
        }),
      ),
    ).toMatchObject([
      {
        roleArn: unknown('AccessDenied', 'ec2:DescribeInstances'),
        appliesTo: '1 host',
      },
    ]);
  });
});
