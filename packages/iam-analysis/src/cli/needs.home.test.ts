import {
  ACCOUNT,
  HOME,
  SECRET,
  CLUSTER,
  SERVICE,
  aDefinition,
  secret,
  logs,
  parameter,
  needsOf,
  need,
} from './testUtils/aDefinition';
import { call } from './testUtils/call';

describe('iam-analysis needs, by where the tasks run', () => {
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
    ['the key of a secret', SECRET, '"secretKeys"'],
    ['the key of a parameter', 'shop/key', '"secretKeys"'],
    ['a service revision', SECRET, '"service" and "serviceRevision"'],
    [
      'the prefixes of a registry',
      SECRET,
      '"pullThroughCachePrefixes"',
      `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1`,
    ],
  ])(
    'says that %s would tell what may be needed',
    async (_, valueFrom, hint, image = 'nginx') => {
      const { execution } = await needsOf(HOME, {
        ...aDefinition(),
        containerDefinitions: [{ ...secret(valueFrom), image }],
      });
      expect(execution.unresolved).toEqual([]);
      expect(
        execution.unseen.map(({ why }) => why.split(', or with ')[1]),
      ).toContain(`${hint} in the input`);
    },
  );

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

  it('takes the cluster alone, before there is a service', async () => {
    const files = { 'a.json': aDefinition(), 'cluster.json': CLUSTER };
    const { out } = await call(
      [
        'needs',
        '--json',
        '--launch-type',
        'EC2',
        '--cluster',
        'cluster.json',
        'a.json',
      ],
      { files },
    );
    const { instance } = JSON.parse(out);
    expect(instance.unresolved).toEqual([]);
    expect(instance.policy.Statement).toContainEqual(
      expect.objectContaining({ Resource: CLUSTER.clusterArn }),
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

function withSecret(valueFrom: string) {
  return {
    family: 'checkout',
    containerDefinitions: [secret(valueFrom)],
  };
}
