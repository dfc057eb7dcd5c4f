import { known, unknown } from '../../known';
import {
  aCapacityProvider,
  aCluster,
  aHost,
  aHostTemplate,
  anInstanceProfile,
  aService,
  aServiceContext,
  aStrategy,
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
    const defaultCapacityProviderStrategy = aStrategy('asg');
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
