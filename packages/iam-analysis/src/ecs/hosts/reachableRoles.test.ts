import { grantsOf } from '../../grants/grantsOf';
import { homeOf } from '../../grants/home';
import type { RoleGrants } from '../../grants/grant';
import { known, unknown } from '../../known';
import { allow, deny, held } from '../../rules/caseBuilders';
import { aTaskDefinition, roleArn, taskDefinitionArn } from '../../testUtils';
import type { HostTask } from '../service';
import { baselinePolicies } from '../baselinePolicies';
import { policy } from '../../rules/caseBuilders';
import type { ImdsReach } from './imdsReach';
import { actsAsAgent, reachableRoles } from './reachableRoles';
import type { ReachableRolesInput } from './reachableRoles';

const agent = held([allow(['ecs:Poll', 'ecs:DiscoverPollEndpoint'])]).grants;

const checkout = aTaskDefinition({
  taskRoleArn: roleArn('checkout-task'),
  executionRoleArn: 'exec',
});
const orders = aTaskDefinition({
  family: 'orders',
  executionRoleArn: roleArn('exec'),
});

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

function input(parts: Partial<ReachableRolesInput> = {}): ReachableRolesInput {
  return {
    host: {
      roleArn: known(roleArn('ecsInstanceRole')),
      tasks: known([task('checkout:7'), task('orders:7')]),
    },
    imds: { reach: 'yes', why: 'because' },
    instanceGrants: known(agent),
    taskDefinitions: new Map(
      [checkout, orders].map(each => [each.arn, each] as const),
    ),
    home: { partition: 'aws', accountId: '111122223333' },
    ...parts,
  };
}

const instance = {
  roleArn: roleArn('ecsInstanceRole'),
  slot: 'instance',
  family: null,
};
const all = [
  instance,
  { roleArn: roleArn('checkout-task'), slot: 'task', family: 'checkout' },
  { roleArn: roleArn('exec'), slot: 'execution', family: 'checkout' },
  { roleArn: roleArn('exec'), slot: 'execution', family: 'orders' },
];

describe('reachableRoles', () => {
  it.each<[ImdsReach['reach'], unknown]>([
    ['yes', known(all)],
    ['unless-blocked', known(all)],
    ['no', known([])],
    ['not-applicable', known([])],
    ['unknown', unknown('because')],
  ])('of a metadata service in reach: %s', (reach, expected) => {
    expect(reachableRoles(input({ imds: { reach, why: 'because' } }))).toEqual(
      expected,
    );
  });

  it('is the instance role alone when that one cannot poll', () => {
    const instanceGrants = known(
      held([allow('ecs:DiscoverPollEndpoint')]).grants,
    );
    expect(reachableRoles(input({ instanceGrants }))).toEqual(
      known([instance]),
    );
  });

  it('takes what a task was given in place of its roles', () => {
    const tasks = known([
      task('checkout:7', { taskRoleArn: 'admin' }),
      task('checkout:7', { executionRoleArn: roleArn('exec-2') }),
    ]);
    expect(
      reachableRoles(
        input({ host: { roleArn: known(roleArn('ecsInstanceRole')), tasks } }),
      ),
    ).toEqual(
      known([
        instance,
        { roleArn: roleArn('admin'), slot: 'task', family: 'checkout' },
        { roleArn: roleArn('exec'), slot: 'execution', family: 'checkout' },
        { roleArn: roleArn('checkout-task'), slot: 'task', family: 'checkout' },
        { roleArn: roleArn('exec-2'), slot: 'execution', family: 'checkout' },
      ]),
    );
  });

  it.each<[string, Partial<ReachableRolesInput>, unknown]>([
    [
      'a host without a role gives none',
      { host: { roleArn: known(null), tasks: unknown('AccessDenied') } },
      known([]),
    ],
    [
      'the role of the host is not known',
      { host: { roleArn: unknown('AccessDenied'), tasks: known([]) } },
      unknown('AccessDenied'),
    ],
    [
      'what the instance role holds is not known',
      { instanceGrants: unknown('AccessDenied', 'iam:GetRole') },
      unknown('AccessDenied', 'iam:GetRole'),
    ],
    [
      'what runs on the host is not known',
      {
        host: {
          roleArn: known(roleArn('ecsInstanceRole')),
          tasks: unknown('AccessDenied', 'ecs:ListTasks'),
        },
      },
      unknown('AccessDenied', 'ecs:ListTasks'),
    ],
    [
      'a revision was not read',
      { taskDefinitions: new Map([[checkout.arn, checkout]]) },
      unknown(
        'the task definition of a task on the host could not be read',
        'ecs:DescribeTaskDefinition',
      ),
    ],
  ])('%s', (_, parts, expected) => {
    expect(reachableRoles(input(parts))).toEqual(expected);
  });
});

describe('actsAsAgent', () => {
  it.each<[string, RoleGrants, boolean]>([
    ['both actions', agent, true],
    [
      'both in two statements, bound to the cluster as AWS documents it',
      held([
        allow('ecs:DiscoverPollEndpoint'),
        allow('ecs:Poll', '*', {
          ArnEquals: {
            'ecs:cluster': 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod-eu',
          },
        }),
      ]).grants,
      true,
    ],
    [
      'named container instances',
      held([
        allow('ecs:DiscoverPollEndpoint'),
        allow(
          'ecs:Poll',
          'arn:aws:ecs:eu-west-1:111122223333:container-instance/prod-eu/*',
        ),
      ]).grants,
      true,
    ],
    ['all of ECS', held([allow('ecs:*')]).grants, true],
    ['one of them', held([allow('ecs:Poll')]).grants, false],
    [
      'an endpoint on an ARN, which that action does not take',
      held([
        allow('ecs:Poll'),
        allow('ecs:DiscoverPollEndpoint', 'arn:aws:ecs:*:*:cluster/*'),
      ]).grants,
      false,
    ],
    [
      'one of them denied',
      held([allow('ecs:*'), deny('ecs:Poll')]).grants,
      false,
    ],
    [
      'one of them outside the boundary',
      held([allow('ecs:*')], [allow('ecs:DiscoverPollEndpoint')]).grants,
      false,
    ],
    [
      'both inside the boundary',
      held([allow('ecs:*')], [allow('ecs:*')]).grants,
      true,
    ],
  ])('%s', (_, role, expected) => {
    expect(actsAsAgent(role)).toBe(expected);
  });

  it.each([
    ['AmazonEC2ContainerServiceforEC2Role', true],
    ['AmazonECSInstanceRolePolicyForManagedInstances', true],
    ['AmazonSSMManagedInstanceCore', false],
  ])('of %s is %s', (name, expected) => {
    const role = grantsOf(
      baselinePolicies('instance')
        .filter(each => each.name === name)
        .map(each => policy('managed:a', JSON.stringify(each.document))),
      null,
      homeOf(null),
    );
    expect(actsAsAgent(role)).toBe(expected);
  });
});
