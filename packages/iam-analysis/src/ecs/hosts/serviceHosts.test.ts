import { known, unknown } from '../../known';
import {
  aCapacityProvider,
  aHost,
  aHostTemplate,
  anInstanceProfile,
  aService,
  aServiceContext,
  aStrategy,
  profileArn,
  roleArn,
} from '../../testUtils';
import type { Service } from '../service';
import { serviceHosts } from './serviceHosts';

const NOT_RUNNING = unknown('the host does not run yet');

function onEc2(parts: Partial<Service> = {}): Service {
  return aService({ launchType: 'EC2', ...parts });
}

function onProvider(...names: string[]): Service {
  return aService({
    launchType: null,
    capacityProviderStrategy: aStrategy(...names),
  });
}

const nextOfAsg = {
  name: 'lt-1:7',
  running: false,
  compute: 'ec2',
  capacityProvider: 'asg',
  roleArn: known(roleArn('ecsInstanceRole')),
  metadataOptions: unknown(
    'lt-1:7 leaves them to the defaults of the account and the machine image',
  ),
  attributes: NOT_RUNNING,
  publicIp: NOT_RUNNING,
  tasks: known([]),
};

describe('serviceHosts', () => {
  it('lists running hosts with what was read of each', () => {
    const host = aHost({
      attributes: ['ecs.capability.task-eni'],
      publicIp: known(true),
      tasks: unknown('AccessDenied', 'ecs:ListTasks'),
    });
    expect(
      serviceHosts(aServiceContext({ service: onEc2(), hosts: known([host]) })),
    ).toEqual(
      known([
        {
          name: 'i-1',
          running: true,
          compute: 'ec2',
          capacityProvider: null,
          roleArn: known(roleArn('ecsInstanceRole')),
          metadataOptions: host.metadataOptions,
          attributes: known(['ecs.capability.task-eni']),
          publicIp: known(true),
          tasks: unknown('AccessDenied', 'ecs:ListTasks'),
        },
      ]),
    );
  });

  it('adds the next host of each template, also while hosts run', () => {
    const context = aServiceContext({
      service: onProvider('asg'),
      hosts: known([aHost({ capacityProviderName: 'asg' })]),
      capacityProviders: known([
        aCapacityProvider({
          templates: known([
            aHostTemplate(),
            aHostTemplate({
              source: 'mixed-instances-override',
              name: 'lt-2:1',
              instanceProfile: null,
              metadataOptions: {
                httpEndpoint: null,
                httpTokens: 'required',
                httpPutResponseHopLimit: null,
              },
            }),
          ]),
        }),
      ]),
    });
    const hosts = serviceHosts(context);
    expect(hosts).toEqual(
      known([
        expect.objectContaining({ name: 'i-1', running: true }),
        nextOfAsg,
        {
          ...nextOfAsg,
          name: 'lt-2:1',
          roleArn: known(null),
          metadataOptions: known({
            httpEndpoint: null,
            httpTokens: 'required',
            httpPutResponseHopLimit: null,
          }),
        },
      ]),
    );
  });

  it('knows nothing of the next host whose template could not be read', () => {
    const denied = unknown(
      'AccessDenied',
      'ec2:DescribeLaunchTemplateVersions',
    );
    expect(
      serviceHosts(
        aServiceContext({
          service: onProvider('asg'),
          capacityProviders: known([aCapacityProvider({ templates: denied })]),
        }),
      ),
    ).toEqual(
      known([
        {
          ...nextOfAsg,
          name: 'asg',
          roleArn: denied,
          metadataOptions: denied,
        },
      ]),
    );
  });

  it('takes the role of a managed instance from its provider when EC2 did not tell', () => {
    const provider = aCapacityProvider({
      name: 'mi',
      kind: 'managed-instances',
      templates: known([
        aHostTemplate({ source: 'managed-instances', name: 'mi' }),
      ]),
    });
    const host = aHost({
      capacityProviderName: 'mi',
      instanceProfileArn: unknown('AccessDenied', 'ec2:DescribeInstances'),
    });
    expect(
      serviceHosts(
        aServiceContext({
          service: onProvider('mi'),
          hosts: known([host]),
          capacityProviders: known([provider]),
        }),
      ),
    ).toMatchObject({
      known: true,
      value: [
        {
          name: 'i-1',
          compute: 'managed-instances',
          roleArn: known(roleArn('ecsInstanceRole')),
        },
        { name: 'mi', running: false, compute: 'managed-instances' },
      ],
    });
  });

  it('lists external hosts with the role that Systems Manager knows', () => {
    const host = aHost({
      instanceId: 'mi-1',
      external: true,
      registeredRoleArn: known(roleArn('ecsAnywhereRole')),
    });
    expect(
      serviceHosts(
        aServiceContext({
          service: onEc2({ launchType: 'EXTERNAL' }),
          hosts: known([host, aHost()]),
        }),
      ),
    ).toMatchObject({
      known: true,
      value: [
        {
          name: 'mi-1',
          compute: 'external',
          roleArn: known(roleArn('ecsAnywhereRole')),
        },
      ],
    });
  });

  it('lists a host once that is found by launch type and by provider', () => {
    const service = onEc2({
      deployments: [
        {
          id: 'ts-1',
          kind: 'task-set',
          status: 'ACTIVE',
          taskDefinitionArn: 'arn',
          launchType: null,
          capacityProviderStrategy: aStrategy('asg'),
          desiredCount: 1,
          runningCount: 1,
          pendingCount: 0,
        },
      ],
    });
    const hosts = serviceHosts(
      aServiceContext({
        service,
        hosts: known([aHost({ capacityProviderName: 'asg' })]),
        capacityProviders: known([aCapacityProvider()]),
      }),
    );
    expect(hosts.known && hosts.value.map(({ name }) => name)).toEqual([
      'i-1',
      'lt-1:7',
    ]);
  });

  it.each([
    ['nothing on Fargate', aServiceContext(), known([])],
    [
      'nothing on Fargate, though the hosts of the cluster could not be read',
      aServiceContext({ hosts: unknown('AccessDenied') }),
      known([]),
    ],
  ])('lists %s', (_, context, expected) => {
    expect(serviceHosts(context)).toEqual(expected);
  });

  it.each([
    [
      'hosts could not be read, though a template could',
      aServiceContext({
        service: onProvider('asg'),
        hosts: unknown('AccessDenied', 'ecs:ListContainerInstances'),
        capacityProviders: known([aCapacityProvider()]),
      }),
      unknown('AccessDenied', 'ecs:ListContainerInstances'),
    ],
    [
      'where the tasks run is not known',
      aServiceContext({
        service: onProvider('asg'),
        hosts: known([aHost({ capacityProviderName: 'asg' })]),
        capacityProviders: unknown(
          'AccessDenied',
          'ecs:DescribeCapacityProviders',
        ),
      }),
      unknown('AccessDenied', 'ecs:DescribeCapacityProviders'),
    ],
    [
      'a host may be a managed instance',
      aServiceContext({
        service: onEc2(),
        hosts: known([aHost({ capacityProviderName: 'asg' })]),
        capacityProviders: unknown(
          'AccessDenied',
          'ecs:DescribeCapacityProviders',
        ),
      }),
      unknown('AccessDenied', 'ecs:DescribeCapacityProviders'),
    ],
    [
      'there is no host and no template',
      aServiceContext({ service: onEc2() }),
      unknown(
        'no host is registered, and no capacity provider says what the next one would get',
      ),
    ],
    [
      'one of two providers has neither host nor template',
      aServiceContext({
        service: onProvider('asg', 'big'),
        capacityProviders: known([
          aCapacityProvider(),
          aCapacityProvider({ name: 'big', templates: known([]) }),
        ]),
      }),
      unknown(
        'no host is registered, and no capacity provider says what the next one would get',
      ),
    ],
  ])('is unknown when %s', (_, context, expected) => {
    expect(serviceHosts(context)).toEqual(expected);
  });

  it('needs no capacity provider for a host outside any', () => {
    expect(
      serviceHosts(
        aServiceContext({
          service: onEc2(),
          hosts: known([aHost()]),
          capacityProviders: unknown('AccessDenied'),
        }),
      ),
    ).toMatchObject({ known: true, value: [{ name: 'i-1' }] });
  });

  it('leaves the role of a host unknown whose profile could not be read', () => {
    expect(
      serviceHosts(
        aServiceContext({
          service: onEc2(),
          hosts: known([
            aHost({ instanceProfileArn: known(profileArn('secret')) }),
          ]),
          instanceProfiles: [anInstanceProfile()],
        }),
      ),
    ).toMatchObject({
      known: true,
      value: [
        {
          roleArn: unknown(
            'the instance profile secret could not be read',
            'iam:GetInstanceProfile',
          ),
        },
      ],
    });
  });
});
