import { aService, aTaskDefinition, roleArn } from '../../testUtils';
import type { TaskDefinition } from '../../ecs/taskDefinition';
import type { RuleCases } from '../testRule';
import type { staleRevision } from './stale-revision';

export const cases: RuleCases<typeof staleRevision> = {
  flagged: [
    {
      name: 'the latest revision has another task role',
      given: {
        ...running(7),
        latestRevision: naming(9, roleArn('checkout-v2'), roleArn('agent')),
      },
      expect: [
        stale({ slot: 'task', runs: 'checkout', latest: 'checkout-v2' }),
      ],
    },
    {
      name: 'both roles differ, one of them in its path only',
      given: {
        ...running(7),
        latestRevision: naming(9, null, roleArn('ecs/agent')),
      },
      expect: [
        stale(
          { slot: 'task', runs: 'checkout', latest: null },
          { slot: 'execution', runs: 'agent', latest: 'ecs/agent' },
        ),
      ],
    },
    {
      name: 'the latest revision has an execution role, the one that runs has none',
      given: {
        ...running(7),
        taskRoles: { task: roleArn('checkout'), execution: null },
        latestRevision: naming(9, roleArn('checkout'), roleArn('agent')),
      },
      expect: [stale({ slot: 'execution', runs: null, latest: 'agent' })],
    },
  ],
  accepted: [
    {
      name: 'the latest revision runs',
      given: {
        ...running(9),
        latestRevision: naming(9, roleArn('checkout-v2'), null),
      },
    },
    {
      name: 'an old revision runs, and the roles are the same',
      given: {
        ...running(7),
        latestRevision: naming(9, roleArn('checkout'), roleArn('agent')),
      },
    },
    {
      name: 'the latest revision names the same roles by their bare names',
      given: { ...running(7), latestRevision: naming(9, 'checkout', 'agent') },
    },
    {
      name: 'a newer revision runs than was read, for it was just registered',
      given: {
        ...running(10),
        latestRevision: naming(9, roleArn('checkout-v2'), null),
      },
    },
  ],
};

function running(revision: number) {
  return {
    service: aService(),
    taskDefinition: aTaskDefinition({ revision }),
    taskRoles: { task: roleArn('checkout'), execution: roleArn('agent') },
  };
}

function naming(
  revision: number,
  taskRoleArn: string | null,
  executionRoleArn: string | null,
): TaskDefinition {
  return aTaskDefinition({ revision, taskRoleArn, executionRoleArn });
}

function stale(
  ...changes: Readonly<{
    slot: 'task' | 'execution';
    runs: string | null;
    latest: string | null;
  }>[]
) {
  return {
    message: 'otherRoles',
    data: { revision: 7, latest: 9, changes },
    at: '',
  } as const;
}
