import { allow, deny, documentOf, policy } from '../rules/caseBuilders';
import { unknown } from '../known';
import { grantsOf } from './grantsOf';

const inline = (...statements: Parameters<typeof documentOf>[0]) =>
  policy('inline:app', documentOf(statements));
const boundary = (...statements: Parameters<typeof documentOf>[0]) =>
  policy('boundary:limits', documentOf(statements));

describe('grantsOf', () => {
  it('unites the Allow statements of all policies, each with its place', () => {
    const policies = [
      inline(allow('s3:GetObject'), deny('sqs:*')),
      policy('managed:arn', documentOf([allow('kms:Decrypt')])),
    ];
    expect(grantsOf(policies, null)).toEqual([
      grant('s3:GetObject', 'inline:app#/Statement/0'),
      grant('kms:Decrypt', 'managed:arn#/Statement/0'),
    ]);
  });

  it('holds nothing of a document that was not read', () => {
    const unread = { ...inline(), document: unknown('AccessDenied') };
    expect(grantsOf([unread], null)).toEqual([]);
  });

  it('notes every Deny that touches a grant, of policies and boundary', () => {
    const [{ denials }] = grantsOf(
      [inline(allow('s3:*'), deny('s3:DeleteObject'), deny('sqs:*'))],
      boundary(allow('*'), deny('s3:Put*')),
    );
    expect(denials.map(({ by, at }) => [by, at])).toEqual([
      ['deny', 'inline:app#/Statement/1'],
      ['boundary', 'boundary:limits#/Statement/1'],
    ]);
  });

  it.each([
    ['a Deny of the same', deny('s3:*'), 'deny'],
    ['a wider Deny', deny('S*', 'arn:aws:*'), 'deny'],
    ['a Deny of all but another service', deny({ not: 'sqs:*' }), 'deny'],
    [
      'a Deny with a condition that every request meets',
      deny('*', '*', { Bool: { 'aws:SecureTransport': 'true' } }),
      'deny',
    ],
    [
      'a Deny of requests without TLS, of which there are none',
      deny('*', '*', { Bool: { 'aws:SecureTransport': 'false' } }),
      null,
    ],
    [
      'a Deny of principals that have some tag',
      deny('*', '*', { StringLike: { 'aws:PrincipalTag/team': '*' } }),
      null,
    ],
    [
      'a Deny of principals that have any tag or none',
      deny('*', '*', { StringLikeIfExists: { 'aws:PrincipalTag/team': '*' } }),
      'deny',
    ],
    [
      'a Deny of requests without a caller, of which there are none',
      deny('*', '*', { Null: { 'aws:PrincipalArn': 'true' } }),
      null,
    ],
    [
      'a Deny where a list of keys is empty or of a kind',
      deny('*', '*', { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } }),
      null,
    ],
    ['a Deny of single actions', deny('s3:Delete*'), null],
    ['a Deny of all but some of its actions', deny({ not: 's3:Get*' }), null],
    ['a Deny of some resources', deny('s3:*', 'arn:aws:s3:::payroll/*'), null],
    [
      'a Deny under a condition',
      deny('*', '*', { StringNotEquals: { 'aws:PrincipalTag/a': 'b' } }),
      null,
    ],
    [
      'revoked sessions',
      deny('*', '*', {
        DateLessThan: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' },
      }),
      null,
    ],
  ])('%s', (_, denial, removedBy) => {
    const [first] = grantsOf([inline(allow('s3:*'), denial)], null);
    expect(first.removedBy).toBe(removedBy);
  });

  it.each([
    ['lets it through', [allow('*')], null],
    ['lets a part through', [allow('s3:Get*')], null],
    [
      'may let it through, by a policy variable',
      [allow('s3:*', 'arn:aws:s3:::${aws:PrincipalTag/team}/*')],
      null,
    ],
    ['lets nothing of it through', [allow('sqs:*')], 'boundary'],
    ['denies it', [allow('*'), deny('s3:*')], 'boundary'],
    ['is empty', [], 'boundary'],
  ])('a boundary that %s', (_, statements, removedBy) => {
    const [first] = grantsOf(
      [inline(allow('s3:*', 'arn:aws:s3:::assets/*'))],
      boundary(...statements),
    );
    expect(first.removedBy).toBe(removedBy);
  });
});

function grant(action: string, at: string) {
  return {
    actions: { kind: 'only', patterns: [action] },
    resources: { kind: 'only', patterns: ['*'] },
    conditions: [],
    at,
    removedBy: null,
    denials: [],
    bounds: null,
  };
}
