import { aTaskGroup } from '../../testSupport/aTaskGroup';
import { DEFINITION } from '../../testSupport/awsMocks';
import { ClusterTasks } from './ClusterTasks';

const of = (family: string) =>
  `arn:aws:ecs:eu-west-1:111122223333:task-definition/${family}`;

describe('what runs on a host', () => {
  const tasks = ClusterTasks.of([
    aTaskGroup({ hostArn: 'h1', serviceName: 'checkout', count: 2 }),
    aTaskGroup({ hostArn: 'h1', serviceName: 'search', taskRoleArn: 'other' }),
    aTaskGroup({
      hostArn: 'h1',
      serviceName: 'checkout',
      enableExecuteCommand: true,
    }),
    aTaskGroup({ hostArn: 'h2' }),
    aTaskGroup({ hostArn: null }),
  ]);

  it('is counted together where it differs in nothing that matters there', () => {
    expect(tasks.onHost('h1')).toEqual([
      {
        taskDefinitionArn: DEFINITION,
        serviceName: 'checkout',
        taskRoleArn: null,
        executionRoleArn: null,
        count: 3,
      },
      {
        taskDefinitionArn: DEFINITION,
        serviceName: 'search',
        taskRoleArn: 'other',
        executionRoleArn: null,
        count: 1,
      },
    ]);
  });

  it('is nothing on a host that runs nothing', () => {
    expect(tasks.onHost('h3')).toEqual([]);
  });
});

it('names the revisions that run on hosts: not those on Fargate, nor those of daemons', () => {
  const tasks = ClusterTasks.of([
    aTaskGroup({ hostArn: 'h1', taskDefinitionArn: of('night:3') }),
    aTaskGroup({ hostArn: null, taskDefinitionArn: of('checkout:7') }),
    aTaskGroup({
      hostArn: 'h1',
      taskDefinitionArn:
        'arn:aws:ecs:eu-west-1:111122223333:daemon-task-definition/logs:1',
    }),
  ]);

  expect(tasks.revisionsOnHosts()).toEqual([of('night:3')]);
});

it('tells the overrides of a service, and of nothing else', () => {
  const tasks = ClusterTasks.of([
    aTaskGroup({ serviceName: 'checkout' }),
    aTaskGroup({
      serviceName: 'checkout',
      executionRoleArn: 'x',
      hostArn: 'a',
    }),
    aTaskGroup({
      serviceName: 'checkout',
      executionRoleArn: 'x',
      hostArn: 'b',
    }),
    aTaskGroup({ serviceName: 'checkout', environmentFiles: ['file'] }),
    aTaskGroup({ serviceName: 'checkout2', taskRoleArn: 'y' }),
  ]);

  expect(tasks.overridesOf('checkout')).toEqual([
    {
      taskDefinitionArn: DEFINITION,
      taskRoleArn: null,
      executionRoleArn: 'x',
      environmentFiles: [],
      tasks: 2,
    },
    {
      taskDefinitionArn: DEFINITION,
      taskRoleArn: null,
      executionRoleArn: null,
      environmentFiles: ['file'],
      tasks: 1,
    },
  ]);
});

it('finds the standalone tasks of a family by its whole name', () => {
  const night = aTaskGroup({ taskDefinitionArn: of('night:3') });
  const tasks = ClusterTasks.of([
    night,
    aTaskGroup({ taskDefinitionArn: of('night-shift:3') }),
    aTaskGroup({ taskDefinitionArn: of('night:4'), serviceName: 'night' }),
  ]);

  expect(tasks.standaloneOf('night')).toEqual([night]);
});
