import { actionNames } from '../../catalogue/catalogue';
import { allow, deny, held, managed, heldBy } from '../../rules/caseBuilders';
import { aNeed, needsOf } from '../../testUtils';
import { baselinePolicies } from '../baselinePolicies';
import type { RoleSlot } from '../slots';
import { excessOf } from './excessOf';
import type { Excess } from './judgedNeed';
import type { RoleNeeds } from './permission';

const ECR = 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/checkout';
const SECRET =
  'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-Ab12Cd';
const PARAMETER =
  'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/currencies';
const FILE = 'arn:aws:s3:::shop-config/checkout/app.env';
const GROUP = 'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/checkout';

const pulls = [
  aNeed({ actions: ['ecr:GetAuthorizationToken'], resources: ['*'] }),
  aNeed({ resources: [ECR] }),
];
const logs = aNeed({
  row: 'E7',
  actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  resources: [`${GROUP}:log-stream:*`],
});
const secret = aNeed({
  row: 'E12c',
  actions: ['secretsmanager:GetSecretValue'],
  resources: [SECRET],
});
const parameter = aNeed({
  row: 'E12b',
  actions: ['ssm:GetParameters'],
  resources: [PARAMETER],
});
const file = aNeed({
  row: 'E11',
  actions: ['s3:GetObject'],
  resources: [FILE],
});

const all = needsOf([...pulls, logs, secret, parameter, file], {
  accepted: [
    {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [`${GROUP}:*`],
      why: 'the same log group, as AWS prints it',
    },
  ],
});

type Told = Readonly<{
  kind: Excess['kind'];
  actions: readonly string[];
  needed: readonly string[];
}>;

function told(
  statements: readonly Parameters<typeof held>[0][number][],
  needs: RoleNeeds | null = all,
  slot: RoleSlot = 'execution',
): readonly Told[] {
  return excessOf(needs, held(statements).grants, slot).map(brief);
}

function brief({ kind, actions, needed }: Excess): Told {
  return { kind, actions: actionNames(actions), needed };
}

describe('excessOf an execution role', () => {
  it.each<[string, Parameters<typeof held>[0]]>([
    [
      'exactly what is needed',
      [
        allow('ecr:GetAuthorizationToken'),
        allow(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], ECR),
        allow(['logs:CreateLogStream', 'logs:PutLogEvents'], `${GROUP}:*`),
        allow('secretsmanager:GetSecretValue', SECRET),
        allow('ssm:GetParameters', PARAMETER),
        allow('s3:GetObject', FILE),
      ],
    ],
    [
      'less than is needed',
      [allow('logs:PutLogEvents', `${GROUP}:log-stream:ecs/*`)],
    ],
    ['only a Deny', [deny('s3:*')]],
    [
      'what reaches nothing: the token on a repository',
      [allow('ecr:GetAuthorizationToken', ECR)],
    ],
  ])('is nothing for %s', (_, statements) => {
    expect(told(statements)).toEqual([]);
  });

  it.each<[string, Parameters<typeof held>[0], readonly Told[]]>([
    [
      'secrets beyond those that are named',
      [allow('secretsmanager:GetSecretValue', '*')],
      [
        {
          kind: 'secrets',
          actions: ['secretsmanager:GetSecretValue'],
          needed: [SECRET],
        },
      ],
    ],
    [
      'a second secret beside the named one',
      [allow('secretsmanager:GetSecretValue', [SECRET, `${SECRET}x`])],
      [
        {
          kind: 'secrets',
          actions: ['secretsmanager:GetSecretValue'],
          needed: [SECRET],
        },
      ],
    ],
    [
      'a key that nothing needs',
      [allow('kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/1')],
      [{ kind: 'secrets', actions: ['kms:Decrypt'], needed: [] }],
    ],
    [
      'application rights',
      [allow(['dynamodb:PutItem', 's3:PutObject'], '*')],
      [
        {
          kind: 'application',
          actions: ['dynamodb:PutItem', 's3:PutObject'],
          needed: [],
        },
      ],
    ],
    [
      'actions of the agent',
      [allow('ecs:Poll')],
      [{ kind: 'agent', actions: ['ecs:Poll'], needed: [] }],
    ],
    [
      'log groups that are not created here',
      [allow('logs:CreateLogGroup')],
      [{ kind: 'beyond', actions: ['logs:CreateLogGroup'], needed: [] }],
    ],
    [
      'what AWS’s policy reaches with a star',
      [
        allow(['ecr:BatchGetImage', 'ecr:GetAuthorizationToken']),
        allow('logs:PutLogEvents'),
      ],
      [
        { kind: 'baseline', actions: ['ecr:BatchGetImage'], needed: [ECR] },
        {
          kind: 'baseline',
          actions: ['logs:PutLogEvents'],
          needed: [`${GROUP}:log-stream:*`],
        },
      ],
    ],
    [
      'what CDK adds beside a secret, a parameter and a bucket',
      [
        allow('secretsmanager:DescribeSecret', SECRET),
        allow(['ssm:GetParameter', 'ssm:GetParameterHistory'], PARAMETER),
        allow('ssm:DescribeParameters'),
        allow('s3:GetObjectVersion', 'arn:aws:s3:::shop-config/*'),
        allow('s3:ListBucket', 'arn:aws:s3:::shop-config'),
      ],
      [
        {
          kind: 'tool-shaped',
          actions: ['secretsmanager:DescribeSecret'],
          needed: [],
        },
        {
          kind: 'tool-shaped',
          actions: ['ssm:GetParameter', 'ssm:GetParameterHistory'],
          needed: [],
        },
        {
          kind: 'tool-shaped',
          actions: ['ssm:DescribeParameters'],
          needed: [],
        },
        { kind: 'tool-shaped', actions: ['s3:GetObjectVersion'], needed: [] },
        { kind: 'tool-shaped', actions: ['s3:ListBucket'], needed: [] },
      ],
    ],
    [
      'the same on what is not named: no tool adds that',
      [
        allow('secretsmanager:DescribeSecret', '*'),
        allow('ssm:GetParameter', '*'),
        allow('s3:ListBucket', 'arn:aws:s3:::another'),
      ],
      [
        {
          kind: 'application',
          actions: ['secretsmanager:DescribeSecret'],
          needed: [],
        },
        { kind: 'secrets', actions: ['ssm:GetParameter'], needed: [] },
        { kind: 'application', actions: ['s3:ListBucket'], needed: [] },
      ],
    ],
  ])('sees %s', (_, statements, expected) => {
    expect(told(statements)).toEqual(expected);
  });

  it('never calls excess what an unresolved need may be about, short of every secret', () => {
    const needs = needsOf(pulls, {
      unresolved: [
        {
          row: 'E12c',
          certain: true,
          because: 'containerDefinitions[0].secrets[0].valueFrom',
          phrase: 'reads a secret',
          why: 'it holds a variable',
          actions: ['secretsmanager:GetSecretValue'],
        },
      ],
    });
    const shop = 'arn:aws:secretsmanager:*:*:secret:shop/*';
    expect(told([allow('secretsmanager:GetSecretValue', shop)], needs)).toEqual(
      [],
    );
    expect(told([allow('secretsmanager:GetSecretValue', shop)])).toHaveLength(
      1,
    );
    expect(told([allow('secretsmanager:GetSecretValue')], needs)).toEqual([
      {
        kind: 'secrets',
        actions: ['secretsmanager:GetSecretValue'],
        needed: [],
      },
    ]);
  });

  it('tells what an entry is made of', () => {
    const { grants } = held([
      allow('s3:DeleteObject', 'arn:aws:s3:::another/*'),
      allow(['s3:GetObject', 's3:PutObject']),
    ]);
    expect(
      excessOf(all, grants, 'execution').map(({ actions: _, ...rest }) => rest),
    ).toEqual([
      {
        kind: 'application',
        at: 'inline:app#/Statement/0',
        granted: ['arn:aws:s3:::another/*'],
        needed: [],
        writes: true,
        readsData: false,
        everywhere: false,
        mitigatedBy: null,
      },
      {
        kind: 'beyond',
        at: 'inline:app#/Statement/1',
        granted: ['*'],
        needed: [FILE],
        writes: false,
        readsData: true,
        everywhere: true,
        mitigatedBy: null,
      },
      {
        kind: 'application',
        at: 'inline:app#/Statement/1',
        granted: ['*'],
        needed: [],
        writes: true,
        readsData: false,
        everywhere: true,
        mitigatedBy: null,
      },
    ]);
  });

  it('leaves out what a Deny takes away, and says so when it is all', () => {
    const { grants } = held([
      allow(['s3:PutObject', 'sqs:SendMessage']),
      deny('s3:*'),
    ]);
    const [entry, ...others] = excessOf(all, grants, 'execution');
    expect(others).toEqual([]);
    expect(brief(entry)).toEqual({
      kind: 'application',
      actions: ['sqs:SendMessage'],
      needed: [],
    });
    const denied = held([allow('s3:PutObject'), deny('s3:*')]);
    expect(
      excessOf(all, denied.grants, 'execution').map(each => each.mitigatedBy),
    ).toEqual(['deny']);
  });

  describe('whose needs are not known', () => {
    it.each<[string, Parameters<typeof held>[0], readonly Told[]]>([
      [
        'application rights',
        [allow('dynamodb:PutItem', '*')],
        [{ kind: 'application', actions: ['dynamodb:PutItem'], needed: [] }],
      ],
      [
        'every secret',
        [allow('ssm:GetParameters', 'arn:aws:ssm:*:*:parameter/*')],
        [{ kind: 'secrets', actions: ['ssm:GetParameters'], needed: [] }],
      ],
      [
        'what CDK adds beside a secret',
        [
          allow(
            ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
            SECRET,
          ),
        ],
        [
          {
            kind: 'tool-shaped',
            actions: ['secretsmanager:DescribeSecret'],
            needed: [],
          },
        ],
      ],
    ])('still sees %s', (_, statements, expected) => {
      expect(told(statements, null)).toEqual(expected);
    });

    it.each<[string, Parameters<typeof held>[0]]>([
      ['one secret', [allow('secretsmanager:GetSecretValue', SECRET)]],
      ['some parameters', [allow('ssm:GetParameters', `${PARAMETER}/*`)]],
      ['files of a bucket', [allow('s3:GetObject', 'arn:aws:s3:::b/*')]],
    ])('cannot tell of %s', (_, statements) => {
      expect(told(statements, null)).toEqual([]);
    });
  });
});

describe('excessOf other roles', () => {
  it('sees of a task role only the actions of the agent', () => {
    const needs = needsOf([], { closed: false });
    expect(
      told([allow(['s3:*', 'ecs:SubmitTaskStateChange'])], needs, 'task'),
    ).toEqual([
      { kind: 'agent', actions: ['ecs:SubmitTaskStateChange'], needed: [] },
    ]);
  });

  const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod-eu';
  const HOSTS =
    'arn:aws:ecs:eu-west-1:111122223333:container-instance/prod-eu/*';
  const ofHost = needsOf([
    aNeed({
      row: 'I1',
      actions: ['ecs:DiscoverPollEndpoint'],
      resources: ['*'],
    }),
    aNeed({
      row: 'I1',
      actions: ['ecs:Poll'],
      resources: [HOSTS],
      context: { 'ecs:cluster': CLUSTER },
    }),
  ]);

  it.each<[string, Parameters<typeof held>[0]]>([
    ['on the hosts of the cluster', [allow('ecs:Poll', HOSTS)]],
    [
      'on everything in the cluster, as CDK writes it',
      [allow('ecs:Poll', '*', { ArnEquals: { 'ecs:cluster': CLUSTER } })],
    ],
  ])('takes the agent of a host for needed %s', (_, statements) => {
    expect(told(statements, ofHost, 'instance')).toEqual([]);
  });

  it.each<[string, Parameters<typeof held>[0]]>([
    [
      'in another cluster',
      [allow('ecs:Poll', '*', { ArnEquals: { 'ecs:cluster': `${CLUSTER}2` } })],
    ],
    [
      'where the key may be absent',
      [
        allow('ecs:Poll', '*', {
          ArnEqualsIfExists: { 'ecs:cluster': CLUSTER },
        }),
      ],
    ],
    ['in no cluster', [allow('ecs:Poll')]],
  ])('takes it for wider than needed %s', (_, statements) => {
    expect(told(statements, ofHost, 'instance')).toEqual([
      { kind: 'baseline', actions: ['ecs:Poll'], needed: [HOSTS] },
    ]);
  });

  it('says how far what a setting may ask for would do', () => {
    const needs = {
      ...ofHost,
      accepted: [
        {
          actions: ['ecs:ListAttributes'],
          resources: [CLUSTER],
          why: 'hosts look up whether they have awsvpcTrunking',
        },
      ],
    };
    expect(
      told([allow('ecs:ListAttributes', CLUSTER)], needs, 'instance'),
    ).toEqual([]);
    expect(told([allow('ecs:ListAttributes')], needs, 'instance')).toEqual([
      { kind: 'beyond', actions: ['ecs:ListAttributes'], needed: [CLUSTER] },
    ]);
    expect(told([allow('ecs:ListAttributes')], ofHost, 'instance')).toEqual([
      { kind: 'beyond', actions: ['ecs:ListAttributes'], needed: [] },
    ]);
  });

  it('sees application rights of a host', () => {
    expect(
      told([allow('secretsmanager:GetSecretValue')], ofHost, 'instance'),
    ).toEqual([
      {
        kind: 'application',
        actions: ['secretsmanager:GetSecretValue'],
        needed: [],
      },
    ]);
  });

  it.each<[RoleSlot]>([
    ['execution'],
    ['instance'],
    ['infrastructure-volumes'],
    ['infrastructure-managed-instances'],
  ])('finds nothing but baseline in AWS’s own policies for %s', slot => {
    for (const { name, document } of baselinePolicies(slot)) {
      const { Statement } = document;
      const { grants } = heldBy([
        managed(
          `arn:aws:iam::aws:policy/${name}`,
          [Statement].flat().map(each => Object(each)),
        ),
      ]);
      expect(
        new Set(excessOf(null, grants, slot).map(({ kind }) => kind)),
      ).toEqual(new Set(['baseline']));
    }
  });
});
