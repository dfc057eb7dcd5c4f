import { documentOf } from './print/printJson';
import { proposed } from './proposedPolicy.cases';
import { simplified } from './simplified';

const home = { partition: 'aws', accountId: '111122223333' };

type Json = Readonly<Record<string, unknown>>;

const allow = (Action: unknown, Resource: unknown = '*', rest: Json = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...rest,
});
const deny = (Action: unknown) => ({ ...allow(Action), Effect: 'Deny' });
const inVpc = { Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } };
const a = 'arn:aws:s3:::a/*';
const b = 'arn:aws:s3:::b/*';

describe('simplified', () => {
  it.each<[string, readonly Json[], readonly Json[]]>([
    [
      'takes out actions and resources that others take in, one of two that are the same',
      [allow(['s3:GetObject', 's3:Get*', 's3:get*'], [a, `${a}x`, a])],
      [allow('s3:get*', a)],
    ],
    [
      'takes out exceptions that others take in',
      [
        {
          Effect: 'Allow',
          NotAction: ['iam:*', 'iam:PassRole'],
          Resource: '*',
        },
      ],
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    ],
    [
      'takes out statements that others take in, one of two that are the same',
      [
        allow('s3:GetObject', a),
        allow('s3:*', a),
        allow('s3:*', a),
        allow('s3:*', a, inVpc),
      ],
      [allow('s3:*', a)],
    ],
    [
      'makes one of statements that differ in their actions, and keeps the Sid',
      [
        allow('s3:GetObject', a),
        allow('sqs:SendMessage'),
        allow('s3:PutObject', a, { Sid: 'Write' }),
      ],
      [
        { Sid: 'Write', ...allow(['s3:GetObject', 's3:PutObject'], a) },
        allow('sqs:SendMessage'),
      ],
    ],
    [
      'makes one of statements that differ in their resources',
      [allow('s3:GetObject', a), allow('s3:GetObject', b)],
      [allow('s3:GetObject', [a, b])],
    ],
  ])('%s', (_, before, after) => {
    expect(documentOf(simplified(proposed(before), home)).Statement).toEqual(
      after,
    );
  });

  it.each<[string, readonly Json[]]>([
    ['an Allow and a Deny', [allow('s3:*'), deny('s3:*')]],
    [
      'statements that differ in both',
      [allow('s3:GetObject', a), allow('s3:PutObject', b)],
    ],
    [
      'statements under different conditions',
      [allow('s3:GetObject', a), allow('s3:PutObject', a, inVpc)],
    ],
    [
      'statements with a Sid each',
      [
        { Sid: 'Read', ...allow('s3:GetObject', a) },
        { Sid: 'Write', ...allow('s3:PutObject', a) },
      ],
    ],
    [
      'what all but some actions are',
      [
        { Effect: 'Allow', NotAction: 'iam:*', Resource: a },
        { Effect: 'Allow', NotAction: 's3:*', Resource: a },
      ],
    ],
  ])('leaves %s as they are', (_, statements) => {
    const policy = proposed(statements);
    expect(simplified(policy, home)).toBe(policy);
  });
});
