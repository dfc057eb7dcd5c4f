import { proposed } from '../proposedPolicy.cases';
import { droppedActions } from './droppedActions';
import { droppedPrincipals } from './droppedPrincipals';

const home = { partition: 'aws', accountId: '111122223333' };

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
const deny = (Action: unknown) => ({ ...allow(Action), Effect: 'Deny' });
const inVpc = { Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } };

type Statements = readonly Readonly<Record<string, unknown>>[];

describe('droppedActions', () => {
  const all = { kind: 'only', patterns: ['*'] } as const;
  const AT = 'inline:app#/Statement/0';
  const gone = (
    actions: readonly string[],
    remains = 'nothing',
    resources: object = all,
    at = AT,
  ) => ({ at, actions, resources, remains });
  const cases: readonly (readonly [string, Statements, Statements, unknown])[] =
    [
      ['nothing of the same', [allow('s3:*')], [allow('s3:*')], []],
      [
        'what is taken out of wildcards',
        [allow(['sqs:Delete*', 'ecr:BatchGet*'])],
        [allow(['sqs:DeleteMessage', 'ecr:BatchGetImage'])],
        [
          gone([
            'ecr:BatchGetRepositoryScanningConfiguration',
            'sqs:DeleteQueue',
          ]),
        ],
      ],
      [
        'a statement',
        [allow('sqs:*'), allow('s3:*')],
        [allow('s3:*')],
        [gone(['sqs:*'])],
      ],
      [
        'an action that nobody knows',
        [allow(['made:Up', 's3:*'])],
        [allow('s3:*')],
        [gone(['made:Up'])],
      ],
      [
        'nothing that another statement still allows',
        [allow('s3:GetObject'), allow('s3:*')],
        [allow('s3:*')],
        [],
      ],
      [
        'nothing that two others allow together',
        [allow('s3:GetObject', ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'])],
        [
          allow('s3:GetObject', 'arn:aws:s3:::a/*'),
          allow('s3:Get*', 'arn:aws:s3:::b/*'),
        ],
        [],
      ],
      [
        'nothing that was denied anyway',
        [allow('sqs:*'), deny('sqs:SendMessage')],
        [deny('sqs:SendMessage'), allow(['sqs:*'])],
        [],
      ],
      [
        'nothing of what was denied',
        [allow('sqs:*'), deny('sqs:*')],
        [deny('sqs:*')],
        [],
      ],
      [
        'nothing that had no effect: the action does not take that resource',
        [allow(['s3:GetObject', 'sqs:SendMessage'], 'arn:aws:s3:::a/*')],
        [allow('s3:GetObject', 'arn:aws:s3:::a/*')],
        [],
      ],
      [
        'what a new Deny takes away',
        [allow('sqs:*'), deny('sqs:SendMessage')],
        [
          allow('sqs:*'),
          deny(['sqs:SendMessage', 'sqs:DeleteQueue', 'sns:Publish']),
        ],
        [gone(['sqs:DeleteQueue'])],
      ],
      [
        'what is now under a condition',
        [allow(['s3:GetObject', 'iam:PassRole'])],
        [allow('s3:GetObject'), allow('iam:PassRole', '*', inVpc)],
        [gone(['iam:PassRole'], 'under-conditions')],
      ],
      [
        'what is now on fewer resources',
        [allow('s3:GetObject')],
        [allow('s3:GetObject', 'arn:aws:s3:::a/*')],
        [gone(['s3:GetObject'], 'on-fewer-resources')],
      ],
    ];
  it.each(cases)('tells %s', (_, before, after, expected) => {
    const dropped = droppedActions([proposed(before)], [proposed(after)], home);
    expect(dropped).toEqual(expected);
  });
});

describe('droppedPrincipals', () => {
  const AT = 'trust#/Statement/0';
  const tasks = { type: 'Service', value: 'ecs-tasks.amazonaws.com' };
  const trust = (Principal: unknown, rest: object = {}) => ({
    Effect: 'Allow',
    Principal,
    Action: 'sts:AssumeRole',
    ...rest,
  });
  const cases: readonly (readonly [string, Statements, Statements, unknown])[] =
    [
      ['nothing of the same', [trust('*')], [trust('*')], []],
      [
        'one of two',
        [trust({ Service: tasks.value, AWS: '444455556666' })],
        [trust({ Service: tasks.value })],
        [
          {
            at: AT,
            kind: 'only',
            principals: [{ type: 'AWS', value: '444455556666' }],
            remains: 'nothing',
          },
        ],
      ],
      [
        'one who gets in under a condition',
        [trust({ Service: tasks.value })],
        [trust({ Service: tasks.value }, inVpc)],
        [
          {
            at: AT,
            kind: 'only',
            principals: [tasks],
            remains: 'under-conditions',
          },
        ],
      ],
      [
        'everyone but a few',
        [
          {
            Effect: 'Allow',
            NotPrincipal: { AWS: '444455556666' },
            Action: 'sts:AssumeRole',
          },
        ],
        [trust({ Service: tasks.value })],
        [
          {
            at: AT,
            kind: 'all-but',
            principals: [{ type: 'AWS', value: '444455556666' }],
            remains: 'nothing',
          },
        ],
      ],
    ];
  it.each(cases)('tells %s', (_, before, after, expected) => {
    expect(
      droppedPrincipals(
        [proposed(before, 'trust')],
        [proposed(after, 'trust')],
      ),
    ).toEqual(expected);
  });
});
