import { findAction } from '../catalogue/catalogue';
import { allow, deny, held } from '../rules/caseBuilders';
import { standingOf } from './standingOf';

type Statements = Parameters<typeof held>[0];

function standingIn(
  statements: Statements,
  action: string,
  boundary?: Statements,
) {
  const { grants: role } = held(statements, boundary);
  return standingOf(role, role.grants[0], findAction(action) ?? -1);
}

const ONE_BUCKET = 'arn:aws:s3:::payroll/*';

describe('s3:* on everything, for s3:GetObject, beside', () => {
  it.each([
    ['a Deny of the same', deny('s3:*'), 'deny'],
    ['a wider Deny', deny('S*', 'arn:aws:*'), 'deny'],
    ['a Deny of all but another service', deny({ not: 'sqs:*' }), 'deny'],
    ['a Deny of this action alone', deny('s3:GetObject'), 'deny'],
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
    ['a Deny of other actions', deny('s3:Delete*'), null],
    ['a Deny of all but it', deny({ not: 's3:Get*' }), null],
    ['a Deny of some resources', deny('s3:*', ONE_BUCKET), null],
    [
      'a Deny of all but some resources',
      deny('s3:*', { not: ONE_BUCKET }),
      null,
    ],
    [
      'a Deny of all but resources of another service',
      deny('s3:*', { not: 'arn:aws:sqs:*:*:*' }),
      'deny',
    ],
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
  ])('%s', (_, denial, mitigatedBy) => {
    expect(
      standingIn([allow('s3:*'), denial], 's3:GetObject').mitigatedBy,
    ).toBe(mitigatedBy);
  });
});

describe('objects of one bucket, beside', () => {
  it.each([
    ['a Deny of that bucket', deny('s3:*', ONE_BUCKET), 'deny'],
    ['a Deny of all buckets', deny('s3:*', 'arn:aws:s3:::*'), 'deny'],
    ['a Deny of a part of it', deny('s3:*', `${ONE_BUCKET}.csv`), null],
    ['a Deny of another bucket', deny('s3:*', 'arn:aws:s3:::logs/*'), null],
    [
      'a Deny of all but another bucket',
      deny('s3:*', { not: 'arn:aws:s3:::logs/*' }),
      'deny',
    ],
    ['a Deny of all but it', deny('s3:*', { not: ONE_BUCKET }), null],
  ])('%s', (_, denial, mitigatedBy) => {
    expect(
      standingIn([allow('s3:*', ONE_BUCKET), denial], 's3:GetObject')
        .mitigatedBy,
    ).toBe(mitigatedBy);
  });
});

describe('a boundary', () => {
  it.each([
    ['of everything', [allow('*')], 'all', null],
    ['of the action', [allow('s3:Get*')], 'all', null],
    ['of one bucket', [allow('s3:*', ONE_BUCKET)], 'wide', null],
    [
      'of a bucket by a policy variable',
      [allow('s3:*', 'arn:aws:s3:::${aws:PrincipalTag/team}/*')],
      'wide',
      null,
    ],
    ['of another service', [allow('sqs:*')], 'none', 'boundary'],
    ['of other actions', [allow('s3:Put*')], 'none', 'boundary'],
    ['that denies it', [allow('*'), deny('s3:*')], 'none', 'boundary'],
    ['that is empty', [], 'none', 'boundary'],
    [
      'under a condition that binds',
      [allow('*', '*', { StringEquals: { 'aws:ResourceTag/a': 'b' } })],
      'all',
      'boundary',
    ],
  ] as const)('%s', (_, boundary, passes, mitigatedBy) => {
    expect(standingIn([allow('s3:*')], 's3:GetObject', boundary)).toEqual({
      scope: 'all',
      passes,
      mitigatedBy,
      weakened: false,
    });
  });

  it('under a weak condition weakens', () => {
    const boundary = [
      allow('*', '*', { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }),
    ];
    expect(standingIn([allow('s3:*')], 's3:GetObject', boundary)).toEqual({
      scope: 'all',
      passes: 'all',
      mitigatedBy: null,
      weakened: true,
    });
  });
});

it('a key that belongs to the action binds it, and no other', () => {
  const statements = [
    allow('s3:*', '*', { StringEquals: { 's3:prefix': 'reports/' } }),
  ];
  expect(standingIn(statements, 's3:ListBucket').mitigatedBy).toBe('condition');
  expect(standingIn(statements, 's3:GetObject')).toEqual({
    scope: 'all',
    passes: 'all',
    mitigatedBy: null,
    weakened: true,
  });
});

describe('s3:GetObject on something else, which reaches nothing', () => {
  it.each<[string, Statements, Statements | undefined]>([
    ['alone', [], undefined],
    ['beside a Deny', [deny('*')], undefined],
    ['under a boundary', [], [allow('sqs:*')]],
  ])('is taken away by nothing, %s', (_, denials, boundary) => {
    const statements = [allow('s3:GetObject', 'arn:aws:sqs:*:*:*'), ...denials];
    expect(standingIn(statements, 's3:GetObject', boundary)).toEqual({
      scope: 'none',
      passes: 'none',
      mitigatedBy: null,
      weakened: false,
    });
  });
});
