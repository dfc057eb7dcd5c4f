import { proposed } from '../proposedPolicy.cases';
import { checkProposal } from './checkProposal';

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
const deny = (Action: unknown, Resource: unknown = '*', rest: object = {}) => ({
  ...allow(Action, Resource, rest),
  Effect: 'Deny',
});
const allBut = (NotAction: unknown, rest: object = { Resource: '*' }) => ({
  Effect: 'Allow',
  NotAction,
  ...rest,
});
const inVpc = { Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } };
const trust = (Principal: unknown, rest: object = {}) => ({
  Effect: 'Allow',
  Principal,
  Action: 'sts:AssumeRole',
  ...rest,
});
const tasks = { Service: 'ecs-tasks.amazonaws.com' };

type Statements = readonly Readonly<Record<string, unknown>>[];
type Case = readonly [name: string, before: Statements, after: Statements];

function check(before: Statements, after: Statements) {
  const name =
    before[0]?.Principal || before[0]?.NotPrincipal ? 'trust' : 'app';
  return checkProposal([proposed(before, name)], [proposed(after, name)], home);
}

describe('checkProposal accepts', () => {
  const cases: readonly Case[] = [
    [
      'the same',
      [allow('s3:*'), deny('s3:Put*')],
      [allow('s3:*'), deny('s3:Put*')],
    ],
    ['fewer actions', [allow('s3:*')], [allow(['S3:Get*', 's3:PutObject'])]],
    [
      'actions that are left of all',
      [allow('*')],
      [allBut(['iam:*', 'sts:*'])],
    ],
    [
      'fewer actions that are left',
      [allBut('iam:*')],
      [allBut(['iam:*', 'sts:*'])],
    ],
    ['names of what is left', [allBut('iam:*')], [allow(['s3:*', 'sqs:*'])]],
    ['fewer resources', [allow('s3:*')], [allow('s3:*', 'arn:aws:s3:::a/*')]],
    [
      'resources that are left',
      [{ Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::a*' }],
      [allow('s3:*', 'arn:aws:s3:::b')],
    ],
    ['a condition more', [allow('s3:*')], [allow('s3:*', '*', inVpc)]],
    [
      'statements that were one',
      [allow(['s3:*', 'sqs:*'])],
      [allow('s3:*'), allow('sqs:*')],
    ],
    [
      'a statement of two',
      [allow('s3:*'), allow('sqs:*')],
      [allow(['s3:*', 'sqs:*'])],
    ],
    ['nothing', [allow('s3:*')], []],
    ['a Deny more', [allow('s3:*')], [allow('s3:*'), deny('s3:Put*')]],
    [
      'a Deny that a wider one takes in',
      [deny('s3:Put*', 'arn:aws:s3:::a', inVpc)],
      [deny('s3:*')],
    ],
    ['a service in place of everyone', [trust('*')], [trust(tasks)]],
    [
      'fewer principals',
      [trust({ ...tasks, AWS: '444455556666' })],
      [trust(tasks)],
    ],
    [
      'one who was not left out',
      [
        {
          Effect: 'Allow',
          NotPrincipal: { AWS: '444455556666' },
          Action: 'sts:AssumeRole',
        },
      ],
      [trust(tasks)],
    ],
  ];
  it.each(cases)('%s', (_, before, after) => {
    expect(check(before, after)).toEqual({ grantsMore: [], deniesLess: [] });
  });
});

describe('checkProposal refuses', () => {
  const cases: readonly Case[] = [
    ['another action', [allow('s3:Get*')], [allow('s3:PutObject')]],
    [
      'a wildcard for names, which takes in what AWS adds later',
      [
        allow([
          'ecr:BatchGetImage',
          'ecr:BatchGetRepositoryScanningConfiguration',
        ]),
      ],
      [allow('ecr:BatchGet*')],
    ],
    [
      'what is left of all for names',
      [allow(['s3:*', 'sqs:*'])],
      [allBut('iam:*')],
    ],
    ['fewer exceptions', [allBut(['iam:*', 'sts:*'])], [allBut('iam:*')]],
    ['an exception', [allBut('iam:*')], [allow('iam:PassRole')]],
    [
      'a resource more',
      [allow('s3:*', 'arn:aws:s3:::a/*')],
      [allow('s3:*', 'arn:aws:s3:::a*')],
    ],
    ['a condition less', [allow('s3:*', '*', inVpc)], [allow('s3:*')]],
    [
      'the actions of one statement on the resources of another',
      [allow('s3:*', 'arn:aws:s3:::a'), allow('sqs:*', 'arn:aws:sqs:*:*:b')],
      [allow(['s3:*', 'sqs:*'], ['arn:aws:s3:::a', 'arn:aws:sqs:*:*:b'])],
    ],
    [
      'what was denied only',
      [deny('s3:*')],
      [allow('s3:GetObject'), deny('s3:*')],
    ],
    [
      'another principal',
      [trust(tasks)],
      [trust({ Service: 'ec2.amazonaws.com' })],
    ],
    ['everyone', [trust({ AWS: '444455556666' })], [trust('*')]],
    [
      'one who was left out',
      [
        {
          Effect: 'Allow',
          NotPrincipal: { AWS: '444455556666' },
          Action: 'sts:AssumeRole',
        },
      ],
      [trust({ AWS: '444455556666' })],
    ],
  ];
  it.each(cases)('%s', (_, before, after) => {
    const { grantsMore, deniesLess } = check(before, after);
    expect(deniesLess).toEqual([]);
    expect(grantsMore).toEqual([
      expect.stringMatching(/^(inline:app|trust)#\/Statement\/0$/),
    ]);
  });

  const lost: readonly Case[] = [
    ['a Deny less', [deny('s3:*')], []],
    ['a Deny under a condition', [deny('s3:*')], [deny('s3:*', '*', inVpc)]],
    ['a Deny of fewer actions', [deny('s3:*')], [deny('s3:Put*')]],
    ['an Allow of the same', [deny('s3:*'), allow('*')], [allow('s3:*')]],
  ];
  it.each(lost)('%s', (_, before, after) => {
    expect(check(before, after)).toEqual({
      grantsMore: [],
      deniesLess: ['inline:app#/Statement/0'],
    });
  });
});
