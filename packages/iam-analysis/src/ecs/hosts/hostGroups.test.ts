import { known, unknown } from '../../known';
import { aServiceHost, roleArn, taskDefinitionArn } from '../../testUtils';
import type { HostTask } from '../service';
import { hostGroups } from './hostGroups';
import type { ServiceHost } from './serviceHost';

const BLOCKS = 'ecs.capability.task-eni-block-instance-metadata';

function host(name: string, parts: Partial<ServiceHost> = {}): ServiceHost {
  return aServiceHost({ name, ...parts });
}

function task(revision: string, parts: Partial<HostTask> = {}): HostTask {
  return {
    taskDefinitionArn: taskDefinitionArn(revision),
    serviceName: null,
    taskRoleArn: null,
    executionRoleArn: null,
    count: 1,
    ...parts,
  };
}

function namesOf(hosts: readonly ServiceHost[]): string[][] {
  return hostGroups(hosts).map(({ names }) => [...names]);
}

describe('hostGroups', () => {
  it('makes one group of 500 hosts that are alike, and adds up their tasks', () => {
    const hosts = Array.from({ length: 500 }, (_, i) =>
      host(`i-${i}`, {
        // The order of tasks, their number, and versions of the agent say nothing.
        attributes: known([`ecs.os.${i % 3}`, 'ecs.capability.task-eni']),
        tasks: known(
          i % 2 === 0
            ? [task('checkout:7'), task('orders:1', { count: 2 })]
            : [task('orders:1'), task('checkout:7', { count: 3 })],
        ),
      }),
    );
    expect(hostGroups(hosts)).toEqual([
      {
        names: hosts.map(({ name }) => name),
        running: true,
        compute: 'ec2',
        capacityProvider: null,
        roleArn: known(roleArn('ecsInstanceRole')),
        metadataOptions: hosts[0].metadataOptions,
        attributes: known(['ecs.capability.task-eni']),
        tasks: known([
          task('checkout:7', { count: 1000 }),
          task('orders:1', { count: 750 }),
        ]),
      },
    ]);
  });

  it.each<[string, Partial<ServiceHost>]>([
    ['role', { roleArn: known(roleArn('other')) }],
    ['role that is not known', { roleArn: unknown('AccessDenied') }],
    ['no role', { roleArn: known(null) }],
    ['kind', { compute: 'managed-instances' }],
    ['capacity provider', { capacityProvider: 'asg' }],
    ['host that does not run yet', { running: false }],
    [
      'hop limit',
      {
        metadataOptions: known({
          httpEndpoint: 'enabled',
          httpTokens: 'required',
          httpPutResponseHopLimit: 2,
        }),
      },
    ],
    ['metadata options unread', { metadataOptions: unknown('AccessDenied') }],
    ['agent that blocks the metadata service', { attributes: known([BLOCKS]) }],
    ['attributes unread', { attributes: unknown('AccessDenied') }],
    ['task', { tasks: known([task('checkout:7')]) }],
    ['tasks unread', { tasks: unknown('AccessDenied') }],
  ])('keeps hosts apart by %s', (_, parts) => {
    expect(namesOf([host('a'), host('b', parts), host('c')])).toEqual([
      ['a', 'c'],
      ['b'],
    ]);
  });

  it.each<[string, HostTask]>([
    ['revision', task('checkout:8')],
    ['service', task('checkout:7', { serviceName: 'checkout' })],
    ['task role by override', task('checkout:7', { taskRoleArn: 'a' })],
    [
      'execution role by override',
      task('checkout:7', { executionRoleArn: 'a' }),
    ],
  ])('keeps hosts apart by the %s of a task', (_, other) => {
    const tasks = known([task('checkout:7')]);
    expect(
      namesOf([host('a', { tasks }), host('b', { tasks: known([other]) })]),
    ).toEqual([['a'], ['b']]);
  });

  it('does not keep hosts apart by a public address', () => {
    expect(namesOf([host('a'), host('b', { publicIp: known(true) })])).toEqual([
      ['a', 'b'],
    ]);
  });
});
