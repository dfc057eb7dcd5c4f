import {
  allow,
  deny,
  documentOf,
  held,
  heldBy,
  managed,
  policy,
} from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { redundant } from './redundant';

const ASSETS = 'arn:aws:s3:::assets/*';
const FIRST = 'inline:app#/Statement/0';
const SECOND = 'inline:app#/Statement/1';

export const cases: RuleCases<typeof redundant> = {
  flagged: [
    {
      name: 'the same statement twice: the later is told',
      given: held([
        allow('s3:GetObject', ASSETS),
        allow('S3:GetObject', [ASSETS]),
      ]),
      expect: [statement(SECOND, FIRST)],
    },
    {
      name: 'a narrower statement before a wider one',
      given: held([
        allow(['s3:GetObject', 's3:PutObject'], ASSETS),
        allow('s3:*', 'arn:aws:s3:::*'),
      ]),
      expect: [statement(FIRST, SECOND)],
    },
    {
      name: 'under a condition, beside the same without',
      given: held([
        allow('s3:GetObject', ASSETS),
        allow('s3:GetObject', ASSETS, {
          StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' },
        }),
      ]),
      expect: [statement(SECOND, FIRST)],
    },
    {
      name: 'some of the actions of a statement',
      given: held([
        allow(['s3:GetObject', 'sqs:SendMessage'], '*'),
        allow('s3:Get*', '*'),
      ]),
      expect: [actions(FIRST, ['s3:GetObject'], SECOND)],
    },
    {
      name: 'a pattern that takes in another action of the same statement',
      given: held([
        allow(['s3:Get*', 's3:GetObject', 's3:PutObject', 's3:putobject']),
      ]),
      expect: [actions(FIRST, ['s3:GetObject', 's3:putobject'], FIRST)],
    },
    {
      name: 'what an AWS managed policy grants already',
      given: heldBy([
        policy('inline:app', documentOf([allow('s3:GetObject', ASSETS)])),
        managed('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess', [
          allow(['s3:Get*', 's3:List*']),
        ]),
      ]),
      expect: [
        statement(
          FIRST,
          'managed:arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess#/Statement/0',
        ),
      ],
    },
    {
      name: 'a Deny within another',
      given: held([allow('s3:*'), deny('s3:Delete*'), deny('s3:DeleteObject')]),
      expect: [statement('inline:app#/Statement/2', SECOND)],
    },
  ],
  accepted: [
    {
      name: 'the same actions on other resources',
      given: held([
        allow('s3:GetObject', ASSETS),
        allow('s3:GetObject', 'arn:aws:s3:::logos/*'),
      ]),
    },
    {
      name: 'other actions on the same resource',
      given: held([
        allow('s3:GetObject', ASSETS),
        allow('s3:PutObject', ASSETS),
      ]),
    },
    {
      name: 'a wider statement that asks for more',
      given: held([
        allow('s3:GetObject', ASSETS),
        allow('s3:*', '*', {
          StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' },
        }),
      ]),
    },
    {
      name: 'conditions of which neither is the weaker',
      given: held([
        allow('s3:GetObject', ASSETS, {
          StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' },
        }),
        allow('s3:GetObject', ASSETS, {
          StringEquals: { 'aws:SourceVpce': 'vpce-5e6f7a8b' },
        }),
      ]),
    },
    {
      name: 'a Deny within an Allow',
      given: held([allow('s3:*'), deny('s3:DeleteObject')]),
    },
    {
      name: 'a statement of an AWS managed policy, which nobody else can delete',
      given: heldBy([
        managed('arn:aws:iam::aws:policy/ExamplePolicy', [
          allow('s3:GetObject', ASSETS),
        ]),
        policy('inline:app', documentOf([allow('s3:*')])),
      ]),
    },
    {
      name: 'beside `*` of an administrator, which is what should go',
      given: held([allow('*'), allow('s3:GetObject', ASSETS)]),
    },
    {
      name: 'what the boundary allows too',
      given: held([allow('s3:GetObject', ASSETS)], [allow('s3:*')]),
    },
  ],
};

function statement(at: string, ...statements: string[]) {
  return { at, message: 'statement', data: { statements } } as const;
}

function actions(at: string, names: string[], ...statements: string[]) {
  return {
    at,
    message: 'actions',
    data: { actions: names, statements },
  } as const;
}
