import {
  ACCOUNT,
  HOME,
  BESIDE,
  aDefinition,
  parameter,
} from './testUtils/aDefinition';
import { call } from './testUtils/call';

describe('iam-analysis needs, for people', () => {
  it('prints text: each need with its field and its failure, the policies and what is open', async () => {
    const { code, out } = await call(['needs', ...HOME, 'a.json'], {
      files: {
        'a.json': {
          ...BESIDE,
          taskDefinition: {
            ...aDefinition(),
            containerDefinitions: [
              {
                name: 'web',
                image: 'nginx',
                secrets: [
                  { name: 'A', valueFrom: 'key' },
                  { name: 'B', valueFrom: '${B}' },
                ],
              },
            ],
          },
          secretKeys: [{ arn: parameter('aws', 'eu-west-1', ACCOUNT, 'key') }],
        },
      },
    });
    expect(code).toBe(0);
    expect(out).toBe(`checkout
a.json: Fargate, account 111122223333, eu-west-1

  Execution role: required

    Reads SSM parameter key
      needs   ssm:GetParameters
      on      arn:aws:ssm:eu-west-1:111122223333:parameter/key
      field   containerDefinitions[0].secrets[0].valueFrom
      without ResourceInitializationError: unable to pull secrets or registry auth

    Reads a secret or an SSM parameter: cannot be resolved
      field   containerDefinitions[0].secrets[1].valueFrom
      why     the reference holds \${B}, a variable of a template: with its value it can be resolved

    Minimal policy
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "ReadParameters",
            "Effect": "Allow",
            "Action": "ssm:GetParameters",
            "Resource": "arn:aws:ssm:eu-west-1:111122223333:parameter/key"
          }
        ]
      }

    Trust policy
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Effect": "Allow",
            "Principal": {
              "Service": "ecs-tasks.amazonaws.com"
            },
            "Action": "sts:AssumeRole",
            "Condition": {
              "ArnLike": {
                "aws:SourceArn": "arn:aws:ecs:eu-west-1:111122223333:*"
              },
              "StringEquals": {
                "aws:SourceAccount": "111122223333"
              }
            }
          }
        ]
      }

  Task role: not required

    ECS demands nothing of it.

    What the application itself calls is to be added: no task definition tells it.

  Instance role: not required

    ECS demands nothing of it.
`);
  });

  it('says what else must allow it, or may do so instead', async () => {
    const registry = 'dkr.ecr.eu-west-1.amazonaws.com';
    const { out } = await call(['needs', ...HOME], {
      stdin: JSON.stringify({
        taskDefinition: {
          family: 'checkout',
          requiresCompatibilities: ['FARGATE'],
          containerDefinitions: [
            { image: `444455556666.${registry}/base:1` },
            { image: `${ACCOUNT}.${registry}/hub/nginx:1` },
          ],
        },
        pullThroughCachePrefixes: ['hub'],
      }),
    });
    expect(out).toContain(
      '      and     the policy of the repository in account 444455556666\n',
    );
    expect(out).toContain(
      '      or      the policy of the registry, which may grant it instead\n',
    );
  });

  it('says in a few lines what may also be needed', async () => {
    const registry = `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com`;
    const { out } = await call(['needs', ...HOME], {
      stdin: JSON.stringify({
        ...aDefinition(),
        containerDefinitions: [
          {
            image: `${registry}/shop/web:1`,
            secrets: [
              { name: 'A', valueFrom: 'one' },
              { name: 'B', valueFrom: 'two' },
            ],
          },
          { image: `${registry}/shop/proxy:1` },
        ],
      }),
    });
    const [, section] =
      /\n {4}May also be needed\n((?: {6}.*\n)+)\n {4}Minimal policy\n/.exec(
        out,
      ) ?? [];
    expect(section).toBe(
      `      Fetches shop/web from another registry; fetches shop/proxy from another registry: whether ECR
      fills the repository from another registry is not known: with
      ecr:DescribePullThroughCacheRules it is, or with "pullThroughCachePrefixes" in the input
      Decrypts 2 SSM parameters: each of them may be encrypted with a key of your own: with
      ssm:DescribeParameters that is read, or with "secretKeys" in the input
      Pulls the agent of GuardDuty Runtime Monitoring from ECR: whether GuardDuty watches the tasks
      is not known: with ecs:DescribeServiceRevisions it is, or with "service" and "serviceRevision"
      in the input
`,
    );
    expect(out).not.toContain('cannot be resolved');
  });

  it('does not say that nothing is demanded where that depends on what is not seen', async () => {
    const { out } = await call(['needs', ...HOME], {
      stdin: JSON.stringify({
        family: 'checkout',
        requiresCompatibilities: ['FARGATE'],
        containerDefinitions: [{ image: 'nginx' }],
      }),
    });
    expect(out).toContain(`  Execution role: not required

    ECS demands nothing of it that can be seen here.

    May also be needed
      Pulls the agent of GuardDuty Runtime Monitoring from ECR: `);
    expect(out).toContain(`  Task role: not required

    ECS demands nothing of it.
`);
  });

  it('never prints values of variables', async () => {
    const taskDefinition = {
      ...aDefinition(),
      containerDefinitions: [
        {
          name: 'web',
          image: 'nginx',
          environment: [{ name: 'DB_PASSWORD', value: 'swordfish' }],
        },
      ],
    };
    const good = JSON.stringify(taskDefinition);
    const inputs = [
      good,
      good.replace('"swordfish"', 'swordfish'),
      good.replace('[{"name":"DB_PASSWORD"', '{"name":"DB_PASSWORD"'),
      good.replace(/"environment":.*?\]/, '"environment":"A=swordfish"'),
      good.replace(/"environment":.*?\]/, '"environment":["A=swordfish"]'),
    ];
    for (const stdin of inputs) {
      expect(stdin).toContain('swordfish');
      for (const options of [
        [],
        ['--json'],
        ['--jsonl'],
        ['--format', 'cdk'],
      ]) {
        const { out, err } = await call(['needs', ...options], { stdin });
        expect(out + err).not.toContain('swordfish');
      }
    }
  });
});
