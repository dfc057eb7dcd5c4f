import { call } from './testUtils/call';
import {
  ACCOUNT,
  HOME,
  SECRET,
  KEY,
  CLUSTER,
  SERVICE,
  BESIDE,
  aDefinition,
  secret,
  logs,
  parameter,
  NOTHING,
  needsOf,
} from './testUtils/aDefinition';

describe('iam-analysis needs', () => {
  it('prints what is needed, and the minimal policy, as JSON', async () => {
    const { code, out, err } = await call(
      ['needs', '--json', ...HOME, 'checkout.json'],
      {
        files: {
          'checkout.json': { taskDefinition: aDefinition(), ...BESIDE },
        },
      },
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      execution: {
        required: true,
        needs: [
          need('E7', {
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [logGroup('/ecs/checkout:log-stream:*')],
            because:
              'containerDefinitions[0].logConfiguration.options.awslogs-group',
          }),
          need('E12c', {
            actions: ['secretsmanager:GetSecretValue'],
            resources: [SECRET],
            because: 'containerDefinitions[0].secrets[0].valueFrom',
          }),
          need('E12e', {
            actions: ['kms:Decrypt'],
            resources: [KEY],
            because: 'containerDefinitions[0].secrets[0].valueFrom',
            alsoNeeds: expect.any(String),
          }),
        ],
        policy: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: expect.any(String),
              Effect: 'Allow',
              Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              Resource: logGroup('/ecs/checkout:log-stream:*'),
            },
            {
              Sid: expect.any(String),
              Effect: 'Allow',
              Action: 'secretsmanager:GetSecretValue',
              Resource: SECRET,
            },
            {
              Sid: expect.any(String),
              Effect: 'Allow',
              Action: 'kms:Decrypt',
              Resource: KEY,
              Condition: {
                StringEquals: {
                  'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com',
                },
              },
            },
          ],
        },
        unresolved: [],
      },
      task: NOTHING,
      instance: NOTHING,
    });
  });

  it.each([
    ['the answer of the AWS CLI', { taskDefinition: aDefinition(), tags: [] }],
    ['the input that registers it', aDefinition()],
    ['the properties of a resource of CloudFormation', inCloudFormation()],
    [
      'a resource of CloudFormation',
      { Type: 'AWS::ECS::TaskDefinition', Properties: inCloudFormation() },
    ],
    [
      'a case of `check`, whose roles do not matter',
      { taskDefinition: aDefinition(), roles: { task: { policies: [] } } },
    ],
    [
      'another case of `check`',
      {
        role: { arn: 'a', slot: 'task', policies: [] },
        facts: { taskDefinition: aDefinition() },
      },
    ],
    ['fields that nobody knows', { ...aDefinition(), 'x-team': ['shop'] }],
  ])('reads %s', async (_, value) => {
    const args = ['needs', '--json', ...HOME];
    const expected = await call(args, { stdin: JSON.stringify(aDefinition()) });
    expect(JSON.parse(expected.out).execution.needs).toHaveLength(2);
    expect(
      await call([...args, 'a.json'], { files: { 'a.json': value } }),
    ).toEqual(expected);
    expect(
      await call([...args, '-'], { stdin: JSON.stringify(value) }),
    ).toEqual(expected);
    const line = await call(['needs', '--jsonl', ...HOME], {
      stdin: JSON.stringify(value),
    });
    expect(JSON.parse(line.out)).toEqual(JSON.parse(expected.out));
    expect(line.out).toMatch(/^[^\n]*\n$/);
  });

  it('prints a list for several, each with where it stands', async () => {
    const files = {
      'a.json': aDefinition(),
      'b.json': [aDefinition(), { taskDefinition: aDefinition() }],
    };
    const args = ['needs', '--json', ...HOME];
    const one = JSON.parse((await call([...args, 'a.json'], { files })).out);
    expect(
      JSON.parse((await call([...args, 'a.json', 'b.json'], { files })).out),
    ).toEqual([
      { file: 'a.json', case: '', ...one },
      { file: 'b.json', case: '/0', ...one },
      { file: 'b.json', case: '/1', ...one },
    ]);
  });

  it('answers each line in order, a bad one with an error', async () => {
    const { code, out } = await call(['needs', '--jsonl', ...HOME], {
      stdin: [JSON.stringify(aDefinition()), '{', '{"name": "web"}'].join('\n'),
    });
    const answers = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers.map(answer => Object.keys(answer))).toEqual([
      ['execution', 'task', 'instance'],
      ['error'],
      ['error'],
    ]);
    expect(answers[2].error).toBe(
      'line 3: expected a task definition, as `aws ecs describe-task-definition` prints it, found neither family nor containerDefinitions',
    );
  });

  it.each([
    ['the options', [...HOME], {}, parameter('aws', 'eu-west-1', ACCOUNT)],
    [
      'the ARN, before the options',
      [...HOME],
      {
        taskDefinitionArn:
          'arn:aws-cn:ecs:cn-north-1:444455556666:task-definition/a:1',
      },
      parameter('aws-cn', 'cn-north-1', '444455556666'),
    ],
    [
      'a Region of China',
      ['--account', ACCOUNT, '--region', 'cn-northwest-1'],
      {},
      parameter('aws-cn', 'cn-northwest-1', ACCOUNT),
    ],
    [
      'a Region of GovCloud',
      ['--account', ACCOUNT, '--region', 'us-gov-west-1'],
      {},
      parameter('aws-us-gov', 'us-gov-west-1', ACCOUNT),
    ],
    [
      'a partition that is said',
      [...HOME, '--partition', 'aws-eusc'],
      {},
      parameter('aws-eusc', 'eu-west-1', ACCOUNT),
    ],
    [
      'the role, whose account is that of the tasks',
      ['--region', 'eu-west-1'],
      { executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/a` },
      parameter('aws', 'eu-west-1', ACCOUNT),
    ],
  ])('takes where the tasks run from %s', async (_, options, parts, arn) => {
    const { execution } = await needsOf(options, {
      ...withSecret('shop/key'),
      ...parts,
    });
    expect(execution.needs).toEqual([
      need('E12a', {
        actions: ['ssm:GetParameters'],
        resources: [arn],
        because: 'containerDefinitions[0].secrets[0].valueFrom',
      }),
    ]);
  });

  it.each([
    [[], 'the region and the account', '--region and --account'],
    [['--region', 'eu-west-1'], 'the account', '--account'],
    [['--account', ACCOUNT], 'the region', '--region'],
  ])(
    'with %j, says what else to tell of where the tasks run',
    async (options, missing, hint) => {
      const { execution } = await needsOf(options, withSecret('shop/key'));
      expect(execution.needs).toEqual([]);
      expect(execution.policy).toBeNull();
      expect(execution.unresolved[0]).toEqual({
        because: 'containerDefinitions[0].secrets[0].valueFrom',
        why: `${missing} where the tasks run must be known for it: pass ${hint}`,
        row: 'E12a',
        phrase: expect.any(String),
        actions: expect.arrayContaining(['ssm:GetParameters']),
      });
    },
  );

  it.each([
    ['the key of a secret', '"secretKeys"'],
    ['a service revision', '"service" and "serviceRevision"'],
  ])('says that %s would resolve more', async (_, hint) => {
    const { execution } = await needsOf(HOME, aDefinition());
    expect(
      execution.unresolved.map(({ why }) => why.split(', or with ')[1]),
    ).toContain(`${hint} in the input`);
  });

  it.each([
    ['FARGATE', true, false],
    ['EC2', false, true],
    ['EXTERNAL', true, true],
    ['MANAGED_INSTANCES', true, true],
  ])(
    'knows what is required on %s',
    async (launchType, execution, instance) => {
      const found = await needsOf([...HOME, '--launch-type', launchType], {
        ...aDefinition(),
        requiresCompatibilities: undefined,
        containerDefinitions: [
          { name: 'web', image: 'nginx', logConfiguration: logs() },
        ],
      });
      expect({
        execution: found.execution.required,
        instance: found.instance.required,
      }).toEqual({ execution, instance });
    },
  );

  it('takes service and cluster from files of their own, for inputs without', async () => {
    const files = {
      'a.json': { ...aDefinition(), requiresCompatibilities: ['EC2'] },
      'service.json': {
        services: [
          { ...SERVICE, launchType: 'EC2', enableExecuteCommand: true },
        ],
      },
      'cluster.json': { clusters: [CLUSTER] },
    };
    const { out } = await call(
      [
        'needs',
        '--json',
        '--service',
        'service.json',
        '--cluster',
        'cluster.json',
        'a.json',
      ],
      { files },
    );
    const { task, instance } = JSON.parse(out);
    expect(task.required).toBe(true);
    expect(task.needs).toContainEqual(
      need('T1', {
        actions: [
          'ssmmessages:CreateControlChannel',
          'ssmmessages:CreateDataChannel',
          'ssmmessages:OpenControlChannel',
          'ssmmessages:OpenDataChannel',
        ],
        resources: ['*'],
        because: 'service.enableExecuteCommand',
      }),
    );
    expect(instance.policy.Statement).toContainEqual(
      expect.objectContaining({
        Resource: `arn:aws:ecs:eu-west-1:${ACCOUNT}:container-instance/shop/*`,
      }),
    );
  });

  it('names the cluster as what is missing for the role of hosts', async () => {
    const { instance } = await needsOf([...HOME, '--launch-type', 'EC2'], {
      ...aDefinition(),
    });
    expect(instance.unresolved.map(({ why }) => why)).toContain(
      'the cluster must be known for it, and is not: give "cluster", as `aws ecs describe-clusters` prints it',
    );
  });

  it('knows repositories that ECR fills from elsewhere', async () => {
    const image = `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/hub/nginx:1`;
    const { execution } = await needsOf(HOME, {
      taskDefinition: {
        ...aDefinition(),
        containerDefinitions: [{ name: 'web', image }],
      },
      pullThroughCachePrefixes: ['hub'],
    });
    expect(execution.needs).toContainEqual(
      expect.objectContaining({
        row: 'E4',
        actions: ['ecr:BatchImportUpstreamImage'],
        resources: [`arn:aws:ecr:eu-west-1:${ACCOUNT}:repository/hub/*`],
        breaks: false,
      }),
    );
  });
});

/** An entry of `needs`; of texts for people it matters that they are there. */
function need(row: string, parts: object) {
  return {
    breaks: true,
    row,
    phrase: expect.any(String),
    failure: expect.any(String),
    alsoNeeds: null,
    ...parts,
  };
}

function inCloudFormation() {
  return {
    Family: 'checkout',
    RequiresCompatibilities: ['FARGATE'],
    ContainerDefinitions: [
      {
        Name: 'web',
        Image: 'public.ecr.aws/nginx/nginx:1',
        Secrets: [{ Name: 'DB', ValueFrom: SECRET }],
        LogConfiguration: {
          LogDriver: 'awslogs',
          Options: logs().options,
        },
      },
    ],
  };
}

function withSecret(valueFrom: string) {
  return {
    family: 'checkout',
    containerDefinitions: [secret(valueFrom)],
  };
}

function logGroup(name: string): string {
  return `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:${name}`;
}
