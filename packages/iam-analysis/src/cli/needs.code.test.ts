import { runInNewContext } from 'node:vm';
import { parse } from 'yaml';
import {
  ACCOUNT,
  CLUSTER,
  SERVICE,
  BESIDE,
  aDefinition,
  secret,
  needsOf,
} from './testUtils/aDefinition';
import { call } from './testUtils/call';

describe('iam-analysis needs, as code', () => {
  const HOSTS = {
    taskDefinition: {
      ...aDefinition(),
      requiresCompatibilities: ['EC2'],
      taskRoleArn: `arn:aws:iam::${ACCOUNT}:role/shop/checkout`,
    },
    ...BESIDE,
    service: { ...SERVICE, launchType: 'EC2', enableExecuteCommand: true },
    cluster: CLUSTER,
  };
  const code = async (format: string, value: object = HOSTS) =>
    call(['needs', '--format', format], { stdin: JSON.stringify(value) });

  it('prints Terraform whose blocks are whole and refer to each other', async () => {
    const { code: exit, out, err } = await code('terraform');
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    const blocks = [
      ...out.matchAll(
        /^(data|resource) "(\w+)" "(\w+)" \{\n(?:(?: {2}.*)?\n)*?\}$/gm,
      ),
    ];
    const names = blocks.map(([, kind, type, label]) =>
      kind === 'data' ? `data.${type}.${label}` : `${type}.${label}`,
    );
    expect(names).toEqual([
      'data.aws_iam_policy_document.checkout_execution_trust',
      'aws_iam_role.checkout_execution',
      'data.aws_iam_policy_document.checkout_execution',
      'aws_iam_role_policy.checkout_execution',
      'data.aws_iam_policy_document.checkout_trust',
      'aws_iam_role.checkout',
      'data.aws_iam_policy_document.checkout',
      'aws_iam_role_policy.checkout',
      'data.aws_iam_policy_document.ecs_instance_role_checkout_trust',
      'aws_iam_role.ecs_instance_role_checkout',
      'data.aws_iam_policy_document.ecs_instance_role_checkout',
      'aws_iam_role_policy.ecs_instance_role_checkout',
    ]);
    const references = [
      ...out.matchAll(/= ((?:data\.)?aws_\w+\.\w+)\.(?:json|name)$/gm),
    ];
    expect(references).toHaveLength(9);
    expect(
      references.map(([, name]) => name).filter(name => !names.includes(name)),
    ).toEqual([]);
    expect(out).toContain('  path               = "/shop/"\n');
  });

  it('prints CloudFormation that is one template', async () => {
    const { out, err } = await code('cloudformation');
    const { Resources } = parse(out);
    expect(err).toBe('');
    expect(Object.keys(Resources)).toEqual([
      'CheckoutExecution',
      'Checkout',
      'EcsInstanceRoleCheckout',
    ]);
    const { execution, task, instance } = await needsOf([], HOSTS);
    expect(Resources.CheckoutExecution).toEqual({
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'checkout-execution',
        AssumeRolePolicyDocument: trusting('ecs-tasks.amazonaws.com', BOUND),
        Policies: [
          {
            PolicyName: 'checkout-execution',
            PolicyDocument: execution.policy,
          },
        ],
      },
    });
    expect(Resources.Checkout.Properties).toEqual({
      RoleName: 'checkout',
      Path: '/shop/',
      AssumeRolePolicyDocument: trusting('ecs-tasks.amazonaws.com', BOUND),
      Policies: [{ PolicyName: 'checkout', PolicyDocument: task.policy }],
    });
    expect(Resources.EcsInstanceRoleCheckout.Properties).toEqual({
      RoleName: 'ecsInstanceRole-checkout',
      AssumeRolePolicyDocument: trusting('ec2.amazonaws.com'),
      Policies: [
        {
          PolicyName: 'ecsInstanceRole-checkout',
          PolicyDocument: instance.policy,
        },
      ],
    });
  });

  it('prints CDK that runs', async () => {
    const { out, err } = await code('cdk');
    const made = JSON.parse(
      runInNewContext(`
        const made = [];
        const recorder = name => function (...args) {
          Object.assign(this, { name, args });
          if (name === 'CfnRole') { made.push(args.slice(1)); }
        };
        const iam = new Proxy({}, { get: (_, name) =>
          name === 'Effect' ? { ALLOW: 'Allow' } : recorder(name) });
        ${out}
        JSON.stringify(made);`),
    );
    expect(err).toBe('');
    expect(
      made.map(([id, { roleName, policies }]: [string, RoleProps]) => [
        id,
        roleName,
        policies.length,
      ]),
    ).toEqual([
      ['CheckoutExecution', 'checkout-execution', 1],
      ['Checkout', 'checkout', 1],
      ['EcsInstanceRoleCheckout', 'ecsInstanceRole-checkout', 1],
    ]);
  });

  it.each([
    ['by name', 'jobs', 'jobs'],
    ['by name with its path', '/app/jobs', 'jobs'],
    ['by ARN', `arn:aws:iam::${ACCOUNT}:role/app/jobs`, 'jobs'],
    ['by a variable', '${Role.Arn}', 'checkout-execution'],
    [
      'with a variable for its path',
      `arn:aws:iam::${ACCOUNT}:role/\${Stage}/jobs`,
      'checkout-execution',
    ],
    ['not at all', null, 'checkout-execution'],
  ])(
    'names a role that the task definition names %s',
    async (_, executionRoleArn, name) => {
      const { out } = await code('cloudformation', {
        ...aDefinition(),
        executionRoleArn,
      });
      const [role] = Object.values<{ Properties: { RoleName: string } }>(
        parse(out).Resources,
      );
      expect(role.Properties.RoleName).toBe(name);
    },
  );

  it('writes a role in two slots once', async () => {
    const both = `arn:aws:iam::${ACCOUNT}:role/both`;
    const { out } = await code('cloudformation', {
      ...HOSTS,
      taskDefinition: {
        ...HOSTS.taskDefinition,
        taskRoleArn: both,
        executionRoleArn: both,
      },
    });
    const { Resources } = parse(out);
    expect(Object.keys(Resources)).toEqual(['Both', 'EcsInstanceRoleCheckout']);
    const actions =
      Resources.Both.Properties.Policies[0].PolicyDocument.Statement.flatMap(
        ({ Action }: { Action: string | string[] }) => Action,
      );
    expect(actions).toEqual(
      expect.arrayContaining([
        'secretsmanager:GetSecretValue',
        'ssmmessages:OpenDataChannel',
      ]),
    );
  });

  it.each(['terraform', 'cloudformation', 'cdk'])(
    'says beside %s what is not in it',
    async format => {
      const {
        code: exit,
        out,
        err,
      } = await code(format, {
        family: 'checkout',
        requiresCompatibilities: ['EC2'],
        containerDefinitions: [secret('${A}')],
      });
      expect(exit).toBe(0);
      expect(out).toContain('checkout-execution');
      expect(err).toMatch(
        /^iam-analysis: Execution role reads .* \(containerDefinitions\[0\]\.secrets\[0\]\.valueFrom\), which cannot be resolved: .*\$\{A\}.*\.$/m,
      );
    },
  );

  it('says beside it what may also be needed', async () => {
    const { err } = await code('terraform', {
      taskDefinition: {
        family: 'checkout',
        requiresCompatibilities: ['EC2'],
        containerDefinitions: [secret('key')],
      },
      service: { ...BESIDE.service, launchType: 'EC2' },
      cluster: CLUSTER,
    });
    expect(err).toBe(
      'iam-analysis: Perhaps needed, and not in the code: Execution role decrypts SSM parameter key (containerDefinitions[0].secrets[0].valueFrom): it may be encrypted with a key of your own: with ssm:DescribeParameters that is read, or with "secretKeys" in the input.\n',
    );
  });

  it('writes nothing where no role is demanded, and says so', async () => {
    expect(
      await code('terraform', {
        taskDefinition: {
          family: 'a',
          requiresCompatibilities: ['FARGATE'],
          containerDefinitions: [{ image: 'nginx' }],
        },
        ...BESIDE,
      }),
    ).toEqual({
      code: 0,
      out: '',
      err: 'iam-analysis: There is no role to write: nothing is demanded that can be resolved.\n',
    });
  });
});

const BOUND = {
  ArnLike: { 'aws:SourceArn': `arn:aws:ecs:eu-west-1:${ACCOUNT}:*` },
  StringEquals: { 'aws:SourceAccount': ACCOUNT },
};

function trusting(service: string, condition?: object) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: service },
        Action: 'sts:AssumeRole',
        ...(condition ? { Condition: condition } : {}),
      },
    ],
  };
}

type RoleProps = Readonly<{ roleName: string; policies: readonly object[] }>;
