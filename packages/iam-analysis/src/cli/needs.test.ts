import {
  ACCOUNT,
  HOME,
  SECRET,
  KEY,
  BESIDE,
  aDefinition,
  logs,
  NOTHING,
  need,
  needsOf,
} from './testUtils/aDefinition';
import { call } from './testUtils/call';

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
        unseen: [],
      },
      task: NOTHING,
      instance: NOTHING,
    });
  });

  it('tells what cannot be resolved from what may be needed', async () => {
    const { execution, task } = await needsOf(HOME, {
      taskDefinition: {
        ...aDefinition(),
        containerDefinitions: [
          {
            image: 'public.ecr.aws/nginx/nginx:1',
            secrets: [
              { name: 'A', valueFrom: '${A}' },
              { name: 'B', valueFrom: SECRET },
              { name: 'C', valueFrom: 'key' },
            ],
          },
        ],
      },
      service: { ...BESIDE.service, enableExecuteCommand: true },
      serviceRevision: BESIDE.serviceRevision,
    });
    expect(execution.unresolved).toEqual([
      {
        because: 'containerDefinitions[0].secrets[0].valueFrom',
        why: 'the reference holds ${A}, a variable of a template: with its value it can be resolved',
        row: 'E12a',
        phrase: 'reads a secret or an SSM parameter',
        actions: ['ssm:GetParameters', 'secretsmanager:GetSecretValue'],
      },
    ]);
    expect(execution.unseen).toEqual([
      {
        because: 'containerDefinitions[0].secrets[1].valueFrom',
        why: 'each of them may be encrypted with a key of your own: with secretsmanager:DescribeSecret and ssm:DescribeParameters that is read, or with "secretKeys" in the input',
        row: 'E12e',
        phrase: 'decrypts secret shop/db and SSM parameter key',
        actions: ['kms:Decrypt'],
      },
    ]);
    expect(task.unresolved).toEqual([]);
    expect(task.unseen.map(({ because }) => because)).toEqual([
      'cluster.configuration.executeCommandConfiguration',
      'cluster.configuration.executeCommandConfiguration.kmsKeyId',
    ]);
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

  it('prints the same for --format json', async () => {
    const stdin = JSON.stringify(aDefinition());
    expect(
      await call(['needs', '--format', 'json', ...HOME], { stdin }),
    ).toEqual(await call(['needs', '--json', ...HOME], { stdin }));
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
    const list = await call([...args, 'c.json'], {
      files: { 'c.json': [aDefinition()] },
    });
    expect(JSON.parse(list.out)).toEqual([
      { file: 'c.json', case: '/0', ...one },
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
});

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

function logGroup(name: string): string {
  return `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:${name}`;
}
