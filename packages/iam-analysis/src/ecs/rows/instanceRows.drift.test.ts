import { known, unknown } from '../../known';
import {
  aCapacityProvider,
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
