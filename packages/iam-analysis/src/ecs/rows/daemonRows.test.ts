import { known, unknown } from '../../known';
import type { Known } from '../../known';
import {
  aCapacityProvider,
  aCluster,
  aContainer,
  aService,
  aServiceContext,
  aStrategy,
  aTaskDefinition,
  ecsArn,
  roleArn,
} from '../../testUtils';
import type { Daemon, Service } from '../service';
import { daemonRows } from './daemonRows';

const ON_EVERY_HOST = "A daemon's task sits on every Managed Instances host";

const mi = aCapacityProvider({ name: 'mi', kind: 'managed-instances' });
const otherMi = aCapacityProvider({ name: 'mi-2', kind: 'managed-instances' });

function aDaemon(parts: Partial<Daemon> = {}): Daemon {
  return {
    arn: ecsArn('daemon/prod-eu/collector'),
    name: 'collector',
    capacityProviders: [mi.arn],
    enableExecuteCommand: false,
    taskDefinition: known(
      aTaskDefinition({
        family: 'collector',
        taskRoleArn: 'collector-task',
        executionRoleArn: roleArn('collector-exec'),
        containers: [
          aContainer({
            image:
              '111122223333.dkr.ecr.eu-west-1.amazonaws.com/ops/collector:1',
          }),
        ],
      }),
    ),
    ...parts,
  };
}

function rows(
  daemons: Known<readonly Daemon[]>,
  capacityProvider: string = 'mi',
  service: Partial<Service> = {},
) {
  return daemonRows(
    aServiceContext({
      service: aService({
        launchType: null,
        capacityProviderStrategy: aStrategy(capacityProvider),
        ...service,
      }),
      cluster: known(aCluster({ daemons })),
      capacityProviders: known([mi, otherMi, aCapacityProvider()]),
    }),
  );
}

describe('daemonRows', () => {
  it('has the roles of a daemon on the hosts of the service', () => {
    expect(rows(known([aDaemon()]))).toEqual([
      {
        slot: 'daemon-task',
        roleArn: known(roleArn('collector-task')),
        appliesTo: 'daemon collector',
        revisions: [],
        usedFor: ['what the app itself calls, which ECS cannot tell'],
        required: {
          value: 'unknown',
          because: ['no ECS feature needs it; the app does if it calls AWS'],
        },
        notes: [ON_EVERY_HOST],
      },
      {
        slot: 'daemon-execution',
        roleArn: known(roleArn('collector-exec')),
        appliesTo: 'daemon collector',
        revisions: [],
        usedFor: ['pulls ops/collector from ECR'],
        required: { value: 'yes', because: ['ECR'] },
        notes: [ON_EVERY_HOST],
      },
    ]);
  });

  it('asks the daemon about ECS Exec, and not the service', () => {
    const exec = { enableExecuteCommand: true };
    expect(rows(known([aDaemon()]), 'mi', exec)[0].usedFor).not.toContain(
      'ECS Exec',
    );
    expect(rows(known([aDaemon(exec)]))[0]).toMatchObject({
      usedFor: ['ECS Exec'],
      required: { value: 'yes', because: ['ECS Exec is on'] },
    });
  });

  it('has rows of a daemon without roles too', () => {
    const taskDefinition = known(aTaskDefinition({ family: 'collector' }));
    expect(rows(known([aDaemon({ taskDefinition })]))).toMatchObject([
      { slot: 'daemon-task', roleArn: known(null) },
      {
        slot: 'daemon-execution',
        roleArn: known(null),
        required: { value: 'no' },
      },
    ]);
  });

  it('has rows of each daemon', () => {
    const second = aDaemon({ name: 'scanner' });
    expect(
      rows(known([aDaemon(), second])).map(each => each.appliesTo),
    ).toEqual([
      'daemon collector',
      'daemon collector',
      'daemon scanner',
      'daemon scanner',
    ]);
  });

  it('says that the roles of a daemon could not be read', () => {
    const taskDefinition = unknown(
      'AccessDenied',
      'ecs:DescribeDaemonTaskDefinition',
    );
    expect(
      rows(known([aDaemon({ taskDefinition })])).map(each => each.roleArn),
    ).toEqual([taskDefinition, taskDefinition]);
  });

  it('says that the daemons of the cluster could not be read', () => {
    const denied = unknown('AccessDenied', 'ecs:ListDaemons');
    expect(rows(denied)).toEqual(
      ['daemon-task', 'daemon-execution'].map(slot => ({
        slot,
        roleArn: denied,
        appliesTo: 'daemons of the cluster',
        revisions: [],
        usedFor: [],
        required: {
          value: 'unknown',
          because: ['AccessDenied (needs ecs:ListDaemons)'],
        },
        notes: [],
      })),
    );
  });

  it.each([
    ['a daemon of another capacity provider', known([aDaemon()]), 'mi-2'],
    ['a cluster without daemons', known([]), 'mi'],
    ['a service on EC2', known([aDaemon()]), 'asg'],
    ['a service on Fargate', known([aDaemon()]), 'FARGATE'],
    [
      'daemons that could not be read, on EC2',
      unknown('AccessDenied', 'ecs:ListDaemons'),
      'asg',
    ],
  ])('has no row for %s', (_, daemons, capacityProvider) => {
    expect(rows(daemons, capacityProvider)).toEqual([]);
  });

  it('has the rows of a service by launch type MANAGED_INSTANCES', () => {
    expect(
      rows(known([aDaemon()]), 'mi', {
        launchType: 'MANAGED_INSTANCES',
        capacityProviderStrategy: [],
      }),
    ).toHaveLength(2);
  });
});
