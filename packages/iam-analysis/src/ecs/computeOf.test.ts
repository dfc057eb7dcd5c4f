import { known, unknown } from '../known';
import {
  aCapacityProvider,
  aCluster,
  aDeployment,
  aService,
  aStrategy,
} from '../testUtils';
import { computeOf } from './computeOf';
import type { Service } from './service';
import type { Compute } from './slots';

const providers = known([
  aCapacityProvider({ name: 'asg' }),
  aCapacityProvider({ name: 'mi', kind: 'managed-instances' }),
]);

function by(parts: Partial<Service>): Service {
  return aService({ launchType: null, ...parts });
}

describe('computeOf', () => {
  it.each<[string, Service, readonly Compute[]]>([
    ['launch type FARGATE', by({ launchType: 'FARGATE' }), ['fargate']],
    ['launch type EC2', by({ launchType: 'EC2' }), ['ec2']],
    ['launch type EXTERNAL', by({ launchType: 'EXTERNAL' }), ['external']],
    [
      'launch type MANAGED_INSTANCES',
      by({ launchType: 'MANAGED_INSTANCES' }),
      ['managed-instances'],
    ],
    ['a launch type of tomorrow', by({ launchType: 'MOON' }), ['unknown']],
    [
      'FARGATE_SPOT',
      by({ capacityProviderStrategy: aStrategy('FARGATE_SPOT') }),
      ['fargate'],
    ],
    [
      'an Auto Scaling group',
      by({ capacityProviderStrategy: aStrategy('asg') }),
      ['ec2'],
    ],
    [
      'Managed Instances',
      by({ capacityProviderStrategy: aStrategy('mi') }),
      ['managed-instances'],
    ],
    [
      'a strategy rather than a launch type beside it',
      by({ launchType: 'EC2', capacityProviderStrategy: aStrategy('FARGATE') }),
      ['fargate'],
    ],
    [
      'a provider that is not known',
      by({ capacityProviderStrategy: aStrategy('gone') }),
      ['unknown'],
    ],
    [
      'several providers, in a fixed order',
      by({
        capacityProviderStrategy: aStrategy('gone', 'mi', 'asg', 'FARGATE'),
      }),
      ['fargate', 'ec2', 'managed-instances', 'unknown'],
    ],
    [
      'no provider of weight and base 0 beside one that counts',
      by({
        capacityProviderStrategy: [
          ...aStrategy('FARGATE'),
          { capacityProvider: 'asg', weight: 0, base: 0 },
        ],
      }),
      ['fargate'],
    ],
    [
      'a provider of weight 0 that has a base',
      by({
        capacityProviderStrategy: [
          ...aStrategy('FARGATE'),
          { capacityProvider: 'asg', weight: 0, base: 1 },
        ],
      }),
      ['fargate', 'ec2'],
    ],
    [
      'a provider of weight 0 that is alone',
      by({
        capacityProviderStrategy: [
          { capacityProvider: 'asg', weight: 0, base: 0 },
        ],
      }),
      ['ec2'],
    ],
    [
      'an older deployment that still runs elsewhere',
      by({
        launchType: 'FARGATE',
        deployments: [
          aDeployment({ launchType: 'FARGATE' }),
          aDeployment({ status: 'ACTIVE', launchType: 'EC2' }),
        ],
      }),
      ['fargate', 'ec2'],
    ],
    [
      'no deployment that is over',
      by({
        launchType: 'FARGATE',
        deployments: [
          aDeployment({
            status: 'INACTIVE',
            launchType: 'EC2',
            runningCount: 0,
          }),
        ],
      }),
      ['fargate'],
    ],
    [
      'the service rather than what its primary deployment echoes',
      by({
        capacityProviderStrategy: aStrategy('FARGATE'),
        deployments: [aDeployment({ launchType: 'EC2' })],
      }),
      ['fargate'],
    ],
    [
      'the primary task set, which chooses for itself',
      by({
        launchType: 'FARGATE',
        deployments: [aDeployment({ kind: 'task-set', launchType: 'EC2' })],
      }),
      ['fargate', 'ec2'],
    ],
    [
      'a deployment when the service says nothing',
      by({ deployments: [aDeployment({ launchType: 'EC2' })] }),
      ['ec2'],
    ],
    [
      'a task set',
      by({
        deployments: [
          aDeployment({
            kind: 'task-set',
            capacityProviderStrategy: aStrategy('mi'),
          }),
        ],
      }),
      ['managed-instances'],
    ],
  ])('goes by %s', (_, service, expected) => {
    expect(computeOf(service, known(aCluster()), providers)).toEqual(expected);
  });

  it('falls back to the default strategy of the cluster', () => {
    const cluster = aCluster({
      defaultCapacityProviderStrategy: aStrategy('asg'),
    });
    expect(computeOf(by({}), known(cluster), providers)).toEqual(['ec2']);
  });

  it('leaves the default strategy alone when the service decides', () => {
    const cluster = aCluster({
      defaultCapacityProviderStrategy: aStrategy('asg'),
    });
    expect(computeOf(aService(), known(cluster), providers)).toEqual([
      'fargate',
    ]);
  });

  it.each([
    ['the cluster could not be read', unknown('AccessDenied')],
    ['the cluster has no default', known(aCluster())],
  ])('does not guess when %s', (_, cluster) => {
    expect(computeOf(by({}), cluster, providers)).toEqual(['unknown']);
  });

  it('knows Fargate, and no other provider, when providers could not be read', () => {
    const service = by({
      capacityProviderStrategy: aStrategy('FARGATE', 'asg'),
    });
    expect(
      computeOf(service, known(aCluster()), unknown('AccessDenied')),
    ).toEqual(['fargate', 'unknown']);
  });
});
