import fc from 'fast-check';
import { someDefinition } from './__testUtils__/someDefinition';
import { call } from './testUtils/call';
import {
  HOME,
  aDefinition,
  secret,
  logs,
  NOTHING,
  needsOf,
} from './testUtils/aDefinition';

describe('iam-analysis needs, on bad input', () => {
  it.each([
    ['a missing image', { image: undefined }, 'image'],
    ['an image that is none', { image: 'a b' }, 'image'],
    ['a variable of a shell', { image: 'shop/web:${TAG}' }, 'image'],
    [
      'a variable of another template',
      { image: 'shop/web:{{ tag }}' },
      'image',
    ],
    ['Ref', { image: { Ref: 'Image' } }, 'image'],
    [
      'Fn::Sub',
      { image: { 'Fn::Sub': '${A}.dkr.ecr.eu-west-1.amazonaws.com/a' } },
      'image',
    ],
    ['Fn::If', { image: { 'Fn::If': ['A', 'a', 'b'] } }, 'image'],
    ['a malformed reference', secret('not a name!'), 'secrets[0].valueFrom'],
    [
      'a reference of another service',
      secret('arn:aws:s3:::a/b'),
      'secrets[0].valueFrom',
    ],
    ['no reference', secret(undefined), 'secrets[0].valueFrom'],
    [
      'an object for a reference',
      secret({ name: 'a' }),
      'secrets[0].valueFrom',
    ],
    ['a variable for a reference', secret('${SECRET}'), 'secrets[0].valueFrom'],
    ['Ref for a reference', secret({ Ref: 'A' }), 'secrets[0].valueFrom'],
    [
      'Fn::Sub for a reference',
      secret({
        'Fn::Sub': 'arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/a',
      }),
      'secrets[0].valueFrom',
    ],
    [
      'Ref for a list of references',
      { image: 'nginx', secrets: { Ref: 'A' } },
      'secrets[0].valueFrom',
    ],
    [
      'Fn::If for a reference',
      {
        image: 'nginx',
        secrets: [{ 'Fn::If': ['A', secret('a').secrets[0], 'b'] }],
      },
      'secrets[0].valueFrom',
    ],
    [
      'a variable for a log group',
      { image: 'nginx', logConfiguration: logs('${GROUP}') },
      'logConfiguration.options',
    ],
    [
      'no log group',
      { image: 'nginx', logConfiguration: { logDriver: 'awslogs' } },
      'logConfiguration.options',
    ],
    [
      'a variable for a file',
      { image: 'nginx', environmentFiles: [{ value: '${FILE}', type: 's3' }] },
      'environmentFiles[0].value',
    ],
    [
      'Ref for credentials of a registry',
      {
        image: 'a.example/b',
        repositoryCredentials: { credentialsParameter: { Ref: 'A' } },
      },
      'repositoryCredentials.credentialsParameter',
    ],
  ])(
    'cannot resolve %s, and asks for nothing made of it',
    async (_, container, field) => {
      const { execution } = await needsOf(HOME, {
        ...aDefinition(),
        containerDefinitions: [{ name: 'web', ...container }],
      });
      expect(execution.unresolved.map(({ because }) => because)).toContain(
        `containerDefinitions[0].${field}`,
      );
      expect(JSON.stringify(execution.needs)).not.toMatch(/\$\{|\{\{|object/);
    },
  );

  it('reads on whatever stands in place of a text, and asks for nothing made of it', async () => {
    await fc.assert(
      fc.asyncProperty(someDefinition(), async definition => {
        const slots = Object.values(await needsOf(HOME, definition));
        const resources = slots.flatMap(({ needs }) =>
          needs.flatMap(each => each.resources),
        );
        for (const resource of resources) {
          expect(resource).toMatch(
            /^(\*|arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(\d{12})?:.+)$/,
          );
          expect(resource).not.toMatch(/\$\{|\{\{/);
        }
      }),
    );
  });

  it.each([
    ['a container that is filled in later', [{ Ref: 'Container' }]],
    ['containers that are filled in later', { Ref: 'Containers' }],
  ])('cannot resolve %s', async (_, containerDefinitions) => {
    const { execution } = await needsOf(HOME, {
      family: 'checkout',
      containerDefinitions,
    });
    expect(execution.unresolved.map(({ because }) => because)).toContain(
      'containerDefinitions[0].image',
    );
  });

  it('needs nothing for what a condition of CloudFormation takes away', async () => {
    const { execution } = await needsOf(HOME, {
      ContainerDefinitions: [
        {
          Image: 'nginx',
          Secrets: [{ Ref: 'AWS::NoValue' }],
          LogConfiguration: { Ref: 'AWS::NoValue' },
        },
      ],
      RequiresCompatibilities: ['EC2'],
    });
    expect(execution).toEqual(NOTHING);
  });

  it.each([
    ['nothing', '', 'expected JSON, found nothing'],
    ['a number', '5', /^expected a task definition, .*, found 5$/],
    [
      'an empty list',
      '[]',
      /^expected a task definition, .*, found an empty list$/,
    ],
    ['null', 'null', 'expected a task definition, found none'],
    [
      'an object of anything',
      '{"name":"web"}',
      /found neither family nor containerDefinitions$/,
    ],
    [
      'an ARN in place of a task definition',
      '{"taskDefinition":"arn:aws:ecs"}',
      /^\/taskDefinition: expected a task definition, /,
    ],
    [
      'a case without one',
      '{"facts":{}}',
      'expected a task definition, found none',
    ],
    [
      'another resource',
      '{"Type":"AWS::S3::Bucket","Properties":{}}',
      /found neither family nor containerDefinitions$/,
    ],
    [
      'a text for containers',
      '{"family":"a","containerDefinitions":"web"}',
      '/containerDefinitions: expected a list, found "web"',
    ],
  ])('refuses %s with a sentence', async (_, stdin, message) => {
    const { code, out, err } = await call(['needs'], { stdin });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(
      err.replace(/^iam-analysis: standard input: /, '').trimEnd(),
    ).toMatch(message);
  });

  it('names each file that is no good', async () => {
    const { code, out, err } = await call(
      ['needs', 'a.json', 'no.json', 'b.json'],
      { files: { 'a.json': {}, 'b.json': [aDefinition(), 1] } },
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')).toEqual([
      expect.stringMatching(
        /^iam-analysis: a\.json: expected a task definition/,
      ),
      'iam-analysis: no.json: there is no such file',
      expect.stringMatching(
        /^iam-analysis: b\.json: \/1: expected a task definition/,
      ),
      '',
    ]);
  });

  it.each([
    [
      ['--account', '12'],
      '--account 12: expected an AWS account id of 12 digits',
    ],
    [['--region', 'EU'], '--region EU: expected a Region such as eu-west-1'],
    [
      ['--partition', 'cn'],
      '--partition cn: expected a partition: aws, aws-cn, aws-us-gov',
    ],
    [
      ['--launch-type', 'fargate'],
      '--launch-type fargate: expected one of FARGATE, EC2, EXTERNAL, MANAGED_INSTANCES',
    ],
    [
      ['--format', 'yaml'],
      '--format yaml: expected one of text, json, terraform, cloudformation, cdk',
    ],
    [
      ['--json', '--jsonl'],
      '--json and --jsonl exclude each other; expected one of them',
    ],
    [
      ['--json', '--format', 'cdk'],
      '--json and --format exclude each other; expected one of them',
    ],
    [
      ['--jsonl', 'a.json'],
      '--jsonl reads standard input; expected no FILE, found a.json',
    ],
    [['--service', 'no.json'], 'no.json: there is no such file'],
    [
      ['--cluster', 'a.json'],
      'a.json: /clusterArn: expected the ARN of the cluster, found nothing',
    ],
    [
      ['--format', 'cdk', 'a.json', 'a.json'],
      '--format cdk prints the code of one task definition; expected one, found 2',
    ],
  ])('%j exits with 2 and says why', async (args, message) => {
    expect(
      await call(['needs', ...args], { files: { 'a.json': aDefinition() } }),
    ).toEqual({ code: 2, out: '', err: `iam-analysis: ${message}\n` });
  });
});
