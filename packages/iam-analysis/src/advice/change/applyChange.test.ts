import type { Condition } from '../../policy/types';
import { proposed } from '../proposedPolicy.cases';
import { documentOf } from '../print/printJson';
import { applyChange, applyChanges } from './applyChange';
import type { Change } from './change';

const own: Condition = {
  operator: 'StringEquals',
  set: null,
  ifExists: false,
  key: 'aws:SourceAccount',
  values: ['111122223333'],
};
const passed: Condition = {
  ...own,
  key: 'iam:PassedToService',
  values: ['ecs-tasks.amazonaws.com'],
};
const tasks = { type: 'Service', value: 'ecs-tasks.amazonaws.com' } as const;
const deploy = 'arn:aws:iam::444455556666:role/deploy';

const AT = 'inline:app#/Statement/0';
const TRUST = 'trust#/Statement/0';

const allow = (
  Action: unknown,
  Resource: unknown = '*',
  rest: object = {},
) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...rest,
});
const trust = (Principal: unknown, rest: object = {}) => ({
  Effect: 'Allow',
  Principal,
  Action: 'sts:AssumeRole',
  ...rest,
});

type Case = readonly [
  name: string,
  before: Readonly<Record<string, unknown>>,
  change: Change,
  after: readonly object[],
];

const cases: readonly Case[] = [
  ['a statement', allow('s3:*'), { kind: 'remove-statement', at: AT }, []],
  [
    'actions, also such that nobody knows',
    allow(['s3:GetObject', 's3:Made-Up', 'iam:PassRole']),
    {
      kind: 'drop-actions',
      at: AT,
      actions: ['iam:passrole', 's3:made-up', 'sqs:*'],
    },
    [allow('s3:GetObject')],
  ],
  [
    'the last action, and the statement with it',
    allow('iam:PassRole'),
    { kind: 'drop-actions', at: AT, actions: ['iam:PassRole'] },
    [],
  ],
  [
    'all actions but some of every action',
    allow('*'),
    { kind: 'keep-actions', at: AT, actions: ['s3:*', 'sqs:SendMessage'] },
    [allow(['s3:*', 'sqs:SendMessage'])],
  ],
  [
    'all actions but some, none that was not there',
    allow(['s3:Get*', 'sqs:*', 'iam:PassRole']),
    {
      kind: 'keep-actions',
      at: AT,
      actions: ['s3:*', 'sqs:SendMessage', 'ecs:*'],
    },
    [allow(['s3:Get*', 'sqs:SendMessage'])],
  ],
  [
    'a wildcard for its names',
    allow(['ecr:BatchGet*', 's3:Get*']),
    { kind: 'name-actions', at: AT, patterns: ['ecr:BatchGet*'] },
    [
      allow([
        'ecr:BatchGetImage',
        'ecr:BatchGetRepositoryScanningConfiguration',
        's3:Get*',
      ]),
    ],
  ],
  [
    'resources',
    allow('s3:*', ['arn:aws:s3:::a', 'arn:aws:s3:::b']),
    { kind: 'drop-resources', at: AT, resources: ['arn:aws:s3:::a'] },
    [allow('s3:*', 'arn:aws:s3:::b')],
  ],
  [
    'the last resource, and the statement with it',
    allow('s3:*', 'arn:aws:s3:::a'),
    { kind: 'drop-resources', at: AT, resources: ['arn:aws:s3:::a'] },
    [],
  ],
  [
    'the resources of some actions',
    allow(['s3:*', 'sqs:SendMessage', 'sns:Publish']),
    {
      kind: 'narrow-resources',
      at: AT,
      parts: [
        { actions: ['sqs:SendMessage'], resources: ['arn:aws:sqs:::a'] },
        { actions: ['sns:Publish'], resources: ['arn:aws:sns:::b'] },
      ],
    },
    [
      allow('s3:*'),
      allow('sqs:SendMessage', 'arn:aws:sqs:::a'),
      allow('sns:Publish', 'arn:aws:sns:::b'),
    ],
  ],
  [
    'the resources of all actions, under the condition of today',
    allow(['sqs:SendMessage'], '*', {
      Sid: 'Orders',
      Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } },
    }),
    {
      kind: 'narrow-resources',
      at: AT,
      parts: [{ actions: ['sqs:SendMessage'], resources: ['arn:aws:sqs:::a'] }],
    },
    [
      allow('sqs:SendMessage', 'arn:aws:sqs:::a', {
        Sid: 'Orders',
        Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } },
      }),
    ],
  ],
  [
    'nothing for a condition',
    allow('iam:PassRole'),
    {
      kind: 'add-condition',
      at: AT,
      condition: passed,
      to: { part: 'statement' },
    },
    [
      allow('iam:PassRole', '*', {
        Condition: {
          StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
        },
      }),
    ],
  ],
  [
    'the values of a condition for those that are also in another one',
    allow('iam:PassRole', '*', {
      Condition: {
        StringEquals: {
          'IAM:PassedToService': [
            'ecs-tasks.amazonaws.com',
            'lambda.amazonaws.com',
          ],
        },
      },
    }),
    {
      kind: 'add-condition',
      at: AT,
      condition: passed,
      to: { part: 'statement' },
    },
    [
      allow('iam:PassRole', '*', {
        Condition: {
          StringEquals: { 'IAM:PassedToService': 'ecs-tasks.amazonaws.com' },
        },
      }),
    ],
  ],
  [
    'a statement that could then never hold',
    allow('iam:PassRole', '*', {
      Condition: {
        StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' },
      },
    }),
    {
      kind: 'add-condition',
      at: AT,
      condition: passed,
      to: { part: 'statement' },
    },
    [],
  ],
  [
    'one action for a statement of its own with a condition',
    allow(['ecs:RunTask', 'iam:PassRole'], '*', { Sid: 'Run' }),
    {
      kind: 'add-condition',
      at: AT,
      condition: passed,
      to: { part: 'actions', actions: ['iam:PassRole'] },
    },
    [
      allow('ecs:RunTask', '*', { Sid: 'Run' }),
      allow('iam:PassRole', '*', {
        Condition: {
          StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
        },
      }),
    ],
  ],
  [
    'a principal',
    trust({ Service: 'ecs-tasks.amazonaws.com', AWS: deploy }),
    {
      kind: 'remove-principal',
      at: TRUST,
      principal: { type: 'AWS', value: deploy },
    },
    [trust({ Service: 'ecs-tasks.amazonaws.com' })],
  ],
  [
    'the last principal, and the statement with it',
    trust({ AWS: deploy }),
    {
      kind: 'remove-principal',
      at: TRUST,
      principal: { type: 'AWS', value: deploy },
    },
    [],
  ],
  [
    'everyone for one service',
    trust('*'),
    { kind: 'set-principals', at: TRUST, principals: [tasks] },
    [trust({ Service: 'ecs-tasks.amazonaws.com' })],
  ],
  [
    'one principal for a statement of its own with a condition',
    trust({ Service: 'ecs-tasks.amazonaws.com', AWS: deploy }),
    {
      kind: 'add-condition',
      at: TRUST,
      condition: own,
      to: { part: 'principal', principal: tasks },
    },
    [
      trust({ AWS: deploy }),
      trust(
        { Service: 'ecs-tasks.amazonaws.com' },
        {
          Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        },
      ),
    ],
  ],
  [
    'the only principal for the same one with a condition',
    trust({ Service: 'ecs-tasks.amazonaws.com' }),
    {
      kind: 'add-condition',
      at: TRUST,
      condition: own,
      to: { part: 'principal', principal: tasks },
    },
    [
      trust(
        { Service: 'ecs-tasks.amazonaws.com' },
        {
          Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        },
      ),
    ],
  ],
];

describe('applyChange gives up', () => {
  it.each(cases)('%s', (_, before, change, after) => {
    const kept = allow('sqs:SendMessage');
    const isTrust = before.Principal !== undefined;
    const policy = isTrust
      ? proposed([before], 'trust')
      : proposed([before, kept]);
    const changed = applyChange([proposed([kept], 'other'), policy], change);
    expect(changed.map(documentOf)).toEqual([
      { Version: '2012-10-17', Statement: [kept] },
      {
        Version: '2012-10-17',
        Statement: isTrust ? after : [...after, kept],
      },
    ]);
  });

  it('a policy whose last statement goes, but no trust policy', () => {
    const policies = [
      proposed([allow('s3:*')]),
      proposed([trust('*')], 'trust'),
    ];
    const after = applyChanges(policies, [
      { kind: 'remove-statement', at: AT },
      { kind: 'remove-statement', at: TRUST },
    ]);
    expect(after).toEqual([{ ...policies[1], statements: [] }]);
  });

  it('a policy', () => {
    const policies = [proposed([allow('s3:*')]), proposed([], 'other')];
    expect(
      applyChange(policies, { kind: 'remove-policy', policy: 'inline:app' }),
    ).toEqual([policies[1]]);
  });

  it('nothing but a Deny more, in a policy of its own', () => {
    const policies = [proposed([allow('s3:*')])];
    const after = applyChanges(policies, [
      { kind: 'add-deny', name: 'limits', actions: ['iam:PassRole'] },
      { kind: 'add-deny', name: 'limits', actions: ['s3:PutBucketAcl'] },
    ]);
    expect(after).toEqual([
      policies[0],
      proposed(
        [
          { ...allow('iam:PassRole'), Effect: 'Deny' },
          { ...allow('s3:PutBucketAcl'), Effect: 'Deny' },
        ],
        'limits',
      ),
    ]);
  });

  it('nothing of a Deny that is there, when one more is added after another went', () => {
    const denying = proposed(
      ['a4b:*', 'sqs:*'].map(each => ({ ...allow(each), Effect: 'Deny' })),
      'limits',
    );
    const [after] = applyChanges(
      [denying],
      [
        { kind: 'remove-statement', at: 'inline:limits#/Statement/0' },
        { kind: 'add-deny', name: 'limits', actions: ['s3:*'] },
        { kind: 'remove-statement', at: 'inline:limits#/Statement/1' },
      ],
    );
    expect(after.statements.map(({ at, actions }) => [at, actions])).toEqual([
      ['/Statement/2', { kind: 'only', patterns: ['s3:*'] }],
    ]);
  });

  it('nothing when the place is gone', () => {
    const policies = [proposed([allow('s3:*')])];
    expect(
      applyChange(policies, {
        kind: 'remove-statement',
        at: 'inline:app#/Statement/7',
      }),
    ).toEqual(policies);
  });

  it('a managed policy for an inline one, whose statements keep their places', () => {
    const [policy] = [proposed([allow('s3:*'), allow('sqs:*')])];
    const managed = { ...policy, id: 'managed:arn', name: 'Full' };
    expect(
      applyChanges(
        [managed],
        [
          { kind: 'replace-policy', policy: 'managed:arn', name: 'Full' },
          { kind: 'remove-statement', at: 'managed:arn#/Statement/0' },
        ],
      ),
    ).toEqual([
      {
        ...policy,
        id: 'inline:Full',
        replaces: 'managed:arn',
        name: 'Full',
        statements: [policy.statements[1]],
      },
    ]);
  });
});
