import { known, unknown } from '../../known';
import {
  aContainer,
  aDeployment,
  aService,
  aServiceContext,
  aTaskDefinition,
  roleArn,
  taskDefinitionArn,
} from '../../testUtils';
import type { Service } from '../service';
import type { TaskDefinition } from '../taskDefinition';
import { executionRows } from './executionRows';

const wanting = {
  containers: [
    aContainer({
      image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout:1',
      logConfiguration: {
        driver: 'awslogs',
        options: { 'awslogs-group': '/ecs/checkout' },
        secretOptions: [],
      },
      secrets: [
        {
          name: 'A',
          valueFrom:
            'arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-AbC123',
        },
        {
          name: 'B',
          valueFrom:
            'arn:aws:secretsmanager:eu-west-1:111122223333:secret:b-AbC123',
        },
      ],
    }),
  ],
};
const pullOnly = {
  containers: [
    aContainer({
      image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout:1',
    }),
  ],
};

function rows(
  definition: Partial<TaskDefinition>,
  service: Partial<Service> = {},
) {
  return executionRows(
    aServiceContext({
      service: aService(service),
      taskDefinitions: [aTaskDefinition(definition)],
    }),
  );
}

const whole = [
  {
    taskDefinitionArn: taskDefinitionArn('checkout:7'),
    revision: 7,
    sharePercent: 100,
  },
];

describe('executionRows', () => {
  it('tells what the role is used for and why it is required', () => {
    expect(
      rows({ ...wanting, executionRoleArn: 'ecsTaskExecutionRole' }),
    ).toEqual([
      {
        slot: 'execution',
        roleArn: known(roleArn('ecsTaskExecutionRole')),
        appliesTo: 'Fargate agent',
        revisions: whole,
        usedFor: [
          'pulls shop/checkout from ECR',
          'writes /ecs/checkout',
          'reads 2 secrets',
        ],
        required: { value: 'yes', because: ['ECR', 'logs', 'secrets'] },
        notes: [],
      },
    ]);
  });

  it.each([
    ['FARGATE', 'Fargate agent'],
    ['EC2', 'ECS agent'],
    ['EXTERNAL', 'ECS agent'],
    ['MANAGED_INSTANCES', 'ECS agent'],
  ])('on %s applies to the %s', (launchType, appliesTo) => {
    expect(rows({}, { launchType })).toMatchObject([{ appliesTo }]);
  });

  it('applies to both agents while a service moves', () => {
    const deployments = [
      aDeployment(),
      aDeployment({ status: 'ACTIVE', launchType: 'EC2' }),
    ];
    expect(rows({}, { deployments })).toMatchObject([
      { appliesTo: 'ECS and Fargate agents' },
    ]);
  });

  it.each<[string, Partial<TaskDefinition>, string | null, object, string[]]>([
    [
      'claim 14: is not required on Fargate by a public image',
      {},
      'FARGATE',
      { value: 'no', because: ['nothing in the task definition needs one'] },
      [],
    ],
    [
      'claim 3: is required on Fargate by ECR and logs',
      pullOnly,
      'FARGATE',
      { value: 'yes', because: ['ECR'] },
      [],
    ],
    [
      'claim 3: is not required on EC2 by ECR and logs',
      pullOnly,
      'EC2',
      {
        value: 'no',
        because: ['on EC2 the instance role can serve for ECR'],
      },
      [],
    ],
    [
      'claim 3: is required on EC2 by secrets alone',
      wanting,
      'EC2',
      { value: 'yes', because: ['secrets'] },
      [],
    ],
    [
      'claim 12: is not required where nothing asks for it',
      {},
      'EC2',
      { value: 'no', because: ['nothing in the task definition needs one'] },
      [],
    ],
    [
      'is required on external hosts by ECR',
      pullOnly,
      'EXTERNAL',
      { value: 'yes', because: ['ECR'] },
      [],
    ],
    [
      'may be required by ECR where the compute is not known',
      pullOnly,
      null,
      {
        value: 'unknown',
        because: [
          'needed for ECR except on EC2, and where the tasks run is not known',
        ],
      },
      [],
    ],
    [
      'is not required by nothing, wherever the tasks run',
      {},
      null,
      { value: 'no', because: ['nothing in the task definition needs one'] },
      [],
    ],
  ])('%s', (_, definition, launchType, required, notes) => {
    expect(rows(definition, { launchType })).toMatchObject([
      { roleArn: known(null), required, notes },
    ]);
  });

  const denied = unknown('AccessDenied', 'ecs:DescribeServiceRevisions');
  const guardDutyUnread =
    'GuardDuty Runtime Monitoring on Fargate needs an execution role; whether it is on is not known: AccessDenied (needs ecs:DescribeServiceRevisions)';

  it.each<[string, Partial<Service>, object, string[]]>([
    [
      'is required by GuardDuty on Fargate',
      { guardDuty: known(true) },
      { value: 'yes', because: ['GuardDuty Runtime Monitoring'] },
      [],
    ],
    [
      'is not required by GuardDuty on EC2, where its agent is on the host',
      { guardDuty: known(true), launchType: 'EC2' },
      { value: 'no', because: ['nothing in the task definition needs one'] },
      [],
    ],
    [
      'may be required by GuardDuty that was not read',
      { guardDuty: denied },
      { value: 'no', because: ['nothing in the task definition needs one'] },
      [guardDutyUnread],
    ],
    [
      'is not asked about GuardDuty on EC2',
      { guardDuty: denied, launchType: 'EC2' },
      { value: 'no', because: ['nothing in the task definition needs one'] },
      [],
    ],
    [
      'is always required by Express Mode',
      { express: true },
      { value: 'yes', because: ['Express Mode'] },
      [],
    ],
    [
      'is required by Express Mode before anything is deployed',
      { express: true, deployments: [] },
      { value: 'yes', because: ['Express Mode'] },
      [],
    ],
    [
      'is not required of a family without tasks',
      { kind: 'task-family', deployments: [] },
      { value: 'no', because: ['no task runs'] },
      [],
    ],
  ])('%s', (_, service, required, notes) => {
    expect(rows({}, service)).toMatchObject([
      { roleArn: known(null), required, notes },
    ]);
  });

  describe('with overrides of running tasks', () => {
    const base = {
      taskDefinitionArn: taskDefinitionArn('checkout:7'),
      taskRoleArn: null,
      executionRoleArn: null,
      environmentFiles: [],
      tasks: 2,
    };

    it('has a row for the role that they bring, with the revision as it runs', () => {
      const overrides = known([
        {
          ...base,
          executionRoleArn: 'other',
          environmentFiles: ['arn:aws:s3:::conf/a.env'],
        },
        { ...base, executionRoleArn: roleArn('other'), tasks: 1 },
      ]);
      const [own, overridden, ...rest] = rows(
        { ...wanting, executionRoleArn: 'exec' },
        { overrides },
      );
      expect(rest).toEqual([]);
      expect(own).toMatchObject({
        roleArn: known(roleArn('exec')),
        appliesTo: 'Fargate agent',
      });
      expect(overridden).toEqual({
        slot: 'execution',
        roleArn: known(roleArn('other')),
        appliesTo: '3 running tasks, by override',
        revisions: whole,
        usedFor: [
          'pulls shop/checkout from ECR',
          'writes /ecs/checkout',
          'reads 2 secrets',
          'reads 1 env file from S3',
        ],
        required: {
          value: 'yes',
          because: ['ECR', 'logs', 'secrets', 'env files'],
        },
        notes: [],
      });
    });

    it('has a row for a revision that no deployment uses any more', () => {
      const overrides = known([
        {
          ...base,
          taskDefinitionArn: taskDefinitionArn('checkout:3'),
          executionRoleArn: 'other',
          tasks: 1,
        },
      ]);
      expect(rows({}, { overrides })[1]).toMatchObject({
        roleArn: known(roleArn('other')),
        appliesTo: '1 running task, by override',
        revisions: [
          {
            taskDefinitionArn: taskDefinitionArn('checkout:3'),
            revision: 3,
            sharePercent: 0,
          },
        ],
        usedFor: [],
      });
    });

    it.each([
      ['the role of the revision, by its name', { executionRoleArn: 'exec' }],
      ['another task role', { taskRoleArn: roleArn('other') }],
      ['an env file', { environmentFiles: ['arn:aws:s3:::conf/a.env'] }],
    ])('has no row for %s', (_, parts) => {
      expect(
        rows(
          { executionRoleArn: roleArn('exec') },
          { overrides: known([{ ...base, ...parts }]) },
        ),
      ).toHaveLength(1);
    });

    const unread = unknown('AccessDenied', 'ecs:DescribeTasks');

    it('says when they could not be read', () => {
      expect(rows({}, { overrides: unread })).toMatchObject([
        {
          notes: [
            'Whether running tasks have another role by override is not known: AccessDenied (needs ecs:DescribeTasks)',
          ],
        },
      ]);
    });

    it('does not say so where no task runs', () => {
      expect(rows({}, { overrides: unread, runningCount: 0 })).toMatchObject([
        { notes: [] },
      ]);
    });
  });

  it('leaves to the instance role on EC2 what that one does when there is no execution role', () => {
    const [absent] = rows(wanting, { launchType: 'EC2' });
    expect(absent.usedFor).toEqual(['reads 2 secrets']);
    const [present] = rows(
      { ...pullOnly, executionRoleArn: 'exec' },
      { launchType: 'EC2' },
    );
    expect(present.usedFor).toEqual(['pulls shop/checkout from ECR']);
  });

  it('resolves a bare name in the partition and account of the service', () => {
    expect(
      rows(
        { executionRoleArn: '/ecs/exec' },
        { partition: 'aws-cn', accountId: '444455556666' },
      ),
    ).toMatchObject([
      { roleArn: known('arn:aws-cn:iam::444455556666:role/ecs/exec') },
    ]);
  });

  describe('with several revisions', () => {
    const service = aService({
      deployments: [
        aDeployment({
          taskDefinitionArn: taskDefinitionArn('checkout:42'),
          runningCount: 4,
        }),
        aDeployment({
          status: 'ACTIVE',
          taskDefinitionArn: taskDefinitionArn('checkout:41'),
          runningCount: 1,
        }),
      ],
    });

    it('has one row when they name the same role, as ARN or as name', () => {
      expect(
        executionRows(
          aServiceContext({
            service,
            taskDefinitions: [
              aTaskDefinition({ revision: 42, executionRoleArn: 'exec' }),
              aTaskDefinition({
                revision: 41,
                executionRoleArn: roleArn('exec'),
              }),
            ],
          }),
        ),
      ).toMatchObject([
        {
          roleArn: known(roleArn('exec')),
          appliesTo: 'Fargate agent',
          revisions: [
            { revision: 42, sharePercent: 80 },
            { revision: 41, sharePercent: 20 },
          ],
        },
      ]);
    });

    it('has a row for each role, with revision and share', () => {
      expect(
        executionRows(
          aServiceContext({
            service,
            taskDefinitions: [
              aTaskDefinition({ revision: 42, executionRoleArn: 'new' }),
              aTaskDefinition({
                ...wanting,
                revision: 41,
                executionRoleArn: 'old',
              }),
            ],
          }),
        ),
      ).toMatchObject([
        {
          roleArn: known(roleArn('new')),
          appliesTo: 'revision 42, 80 % of tasks',
          revisions: [{ revision: 42 }],
          usedFor: [],
          required: { value: 'no' },
        },
        {
          roleArn: known(roleArn('old')),
          appliesTo: 'revision 41, 20 % of tasks',
          revisions: [{ revision: 41 }],
          required: { value: 'yes' },
        },
      ]);
    });

    it('has a row for the revision that dropped the role', () => {
      expect(
        executionRows(
          aServiceContext({
            service,
            taskDefinitions: [
              aTaskDefinition({ revision: 42 }),
              aTaskDefinition({ revision: 41, executionRoleArn: 'old' }),
            ],
          }),
        ).map(each => each.roleArn),
      ).toEqual([known(null), known(roleArn('old'))]);
    });

    it('has a row that says which revision could not be read', () => {
      expect(
        executionRows(
          aServiceContext({
            service,
            taskDefinitions: [
              aTaskDefinition({ revision: 42, executionRoleArn: 'exec' }),
            ],
          }),
        ),
      ).toMatchObject([
        { appliesTo: 'revision 42, 80 % of tasks' },
        {
          roleArn: unknown(
            'the task definition could not be read',
            'ecs:DescribeTaskDefinition',
          ),
          appliesTo: 'revision 41, 20 % of tasks',
          usedFor: [],
          required: {
            value: 'unknown',
            because: ['the task definition could not be read'],
          },
        },
      ]);
    });

    it('names the family when families differ', () => {
      const deployments = [
        aDeployment({ taskDefinitionArn: taskDefinitionArn('checkout:7') }),
        aDeployment({
          status: 'ACTIVE',
          taskDefinitionArn: taskDefinitionArn('checkout-v2:7'),
        }),
      ];
      expect(
        executionRows(
          aServiceContext({
            service: aService({ deployments }),
            taskDefinitions: [
              aTaskDefinition({ executionRoleArn: 'a' }),
              aTaskDefinition({ family: 'checkout-v2', executionRoleArn: 'b' }),
            ],
          }),
        ).map(each => each.appliesTo),
      ).toEqual([
        'revision checkout:7, 50 % of tasks',
        'revision checkout-v2:7, 50 % of tasks',
      ]);
    });
  });

  it('has a row when nothing is deployed', () => {
    expect(rows({}, { deployments: [] })).toEqual([
      {
        slot: 'execution',
        roleArn: known(null),
        appliesTo: 'Fargate agent',
        revisions: [],
        usedFor: [],
        required: { value: 'no', because: ['nothing is deployed'] },
        notes: [],
      },
    ]);
  });
});
