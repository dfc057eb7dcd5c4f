import { rootOf } from '../input/place';
import type { Told } from './Case';
import { parseCases } from './parseCase';
import { nothingTold } from './parseTold';

const DEFINITION = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/shop:7';
const NAMED = 'arn:aws:iam::111122223333:role/app/shop-execution';
const ROLE = { policies: [] };

describe('parseCases of a task definition', () => {
  it.each([
    [
      'each role that is handed in, in its slot',
      { roles: { instance: ROLE, task: ROLE, execution: ROLE } },
      [
        `execution ${NAMED} /roles/execution`,
        'task arn:aws:iam::111122223333:role/shop-task /roles/task',
        'instance arn:aws:iam::111122223333:role/ecsInstanceRole-shop /roles/instance',
      ],
    ],
    [
      'a slot that the task definition leaves without a role',
      { roles: { execution: ROLE } },
      [`execution ${NAMED} /roles/execution`, 'task none '],
    ],
    ['no slot whose role is not handed in', {}, ['task none ']],
    [
      'a role by the ARN that it says itself',
      { roles: { task: { ...ROLE, arn: NAMED } } },
      [`task ${NAMED} /roles/task`],
    ],
  ])('judges %s', (_, rest, expected) => {
    expect(read({ taskDefinition: definition(), ...rest })).toEqual(expected);
  });

  it.each([
    ['by a variable', { executionRoleArn: { Ref: 'Role' } }, nothingTold],
    ['not at all', { executionRoleArn: null }, nothingTold],
  ])(
    'makes a name up for a role that the task definition names %s',
    (_, named, said) => {
      const taskDefinition = { ...definition(), ...named };
      expect(
        read({ taskDefinition, roles: { execution: ROLE } }, said)[0],
      ).toBe(
        'execution arn:aws:iam::111122223333:role/shop-execution /roles/execution',
      );
    },
  );

  it.each([
    ['nothing tells', {}, nothingTold, 'arn:aws:iam::000000000000'],
    [
      'an option tells',
      {},
      { ...nothingTold, accountId: '444455556666' },
      'arn:aws:iam::444455556666',
    ],
    [
      'the input tells, before an option',
      { account: '777788889999', region: 'cn-north-1' },
      { ...nothingTold, accountId: '444455556666' },
      'arn:aws-cn:iam::777788889999',
    ],
  ])('makes it up in the account that %s', (_, told, said, owner) => {
    const taskDefinition = { family: 'shop' };
    expect(
      read({ taskDefinition, ...told, roles: { task: ROLE } }, said)[1],
    ).toBe(`task ${owner}:role/shop-task /roles/task`);
  });

  it('takes a role that is handed in for one that the tasks run with', () => {
    const [{ case: given }] = parseCases(
      rootOf({
        taskDefinition: { ...definition(), executionRoleArn: null },
        roles: { execution: ROLE, task: ROLE },
      }),
      nothingTold,
    );
    expect(given.facts.taskDefinition).toEqual({
      known: true,
      value: expect.objectContaining({
        executionRoleArn: 'arn:aws:iam::111122223333:role/shop-execution',
        taskRoleArn: 'arn:aws:iam::111122223333:role/shop-task',
      }),
    });
  });

  it('reads facts beside the task definition and under facts, and dates of each role', () => {
    const [{ case: given }] = parseCases(
      rootOf({
        taskDefinition: definition(),
        roles: { execution: { ...ROLE, createdAt: '2026-10-01T00:00:00Z' } },
        cluster: { clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/a' },
        secretKeys: [
          { arn: 'arn:secret', keyArn: 'arn:key' },
          { arn: 'arn:b' },
        ],
        facts: {
          roles: [{ arn: NAMED, policies: [] }],
          lastUsed: {},
          pullThroughCachePrefixes: ['hub'],
        },
      }),
      nothingTold,
    );
    expect(given.facts.cluster.known && given.facts.cluster.value.name).toBe(
      'a',
    );
    expect([...given.facts.secretKeys.values()]).toEqual([
      { arn: 'arn:secret', keyArn: 'arn:key' },
      { arn: 'arn:b', keyArn: null },
    ]);
    expect(given.facts.pullThroughCachePrefixes).toEqual({
      known: true,
      value: ['hub'],
    });
    expect(given.facts.roles.known && given.facts.roles.value).toHaveLength(1);
    expect(given.role?.createdAt).toEqual({
      known: true,
      value: '2026-10-01T00:00:00.000Z',
    });
    expect(given.role?.lastUsed).toEqual({
      known: true,
      value: { date: null, region: null },
    });
  });

  it.each([
    [
      'no role, where the task definition leaves no slot empty',
      { taskDefinition: { ...definition(), taskRoleArn: 'task' }, roles: {} },
      '/roles: expected at least one of execution, task, instance',
    ],
    [
      'another slot',
      { taskDefinition: definition(), roles: { exection: ROLE } },
      '/roles/exection: there is no such slot here; expected one of execution, task, instance',
    ],
    [
      'a list of roles',
      { taskDefinition: definition(), roles: [ROLE] },
      '/roles: expected an object with execution, task, instance, found a list',
    ],
    [
      'no policies',
      { taskDefinition: definition(), roles: { task: {} } },
      '/roles/task/policies: expected a list of { "name", "arn"?, "document" }, found nothing',
    ],
    [
      'another account',
      { taskDefinition: definition(), account: '1' },
      '/account: expected an AWS account id of 12 digits, found "1"',
    ],
    [
      'another launch type',
      { taskDefinition: definition(), launchType: 'fargate' },
      '/launchType: expected one of FARGATE, EC2, EXTERNAL, MANAGED_INSTANCES, found "fargate"',
    ],
    [
      'a key without a secret',
      { taskDefinition: definition(), secretKeys: [{ keyArn: 'a' }] },
      '/secretKeys/0/arn: expected the ARN of a secret or parameter, found nothing',
    ],
  ])('refuses %s, and names the place', (_, value, message) => {
    expect(() => parseCases(rootOf(value), nothingTold)).toThrow(message);
  });
});

function read(value: object, said: Told = nothingTold): string[] {
  return parseCases(rootOf(value), said).map(
    ({ case: { slot, role }, roleAt }) =>
      `${slot} ${role?.arn ?? 'none'} ${roleAt}`,
  );
}

function definition() {
  return {
    taskDefinitionArn: DEFINITION,
    family: 'shop',
    executionRoleArn: '/app/shop-execution',
    taskRoleArn: null,
  };
}
