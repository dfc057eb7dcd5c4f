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
