import { findAction } from '../catalogue/catalogue';
import { allow, held } from '../rules/caseBuilders';
import { reachesMeet, scopeOf } from './scopeOf';

type Resource = Parameters<typeof allow>[1];

function grantOn(action: string, resource: Resource) {
  const [grant] = held([allow(action, resource)]).grants.grants;
  return [grant, findAction(action) ?? -1] as const;
}

describe('scopeOf', () => {
  it.each([
    ['iam:PassRole', '*', 'all'],
    ['iam:PassRole', 'arn:*', 'all'],
    ['iam:PassRole', 'arn:aws:iam', 'all'],
    ['iam:PassRole', 'arn:aws:iam::*:role/*', 'all'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/*', 'all'],
    ['iam:PassRole', 'arn:aws:iam::*:*', 'all'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/app/*', 'wide'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/app-?', 'wide'],
    ['iam:PassRole', 'arn:aws:iam::444455556666:role/*', 'wide'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/app', 'exact'],
    ['iam:PassRole', 'arn:aws:iam::*:role/app', 'exact'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/${aws:username}', 'exact'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:user/*', 'none'],
    ['iam:PassRole', 'arn:aws-cn:iam::111122223333:role/*', 'none'],
    ['iam:PassRole', 'role/*', 'none'],
    ['s3:GetObject', 'arn:aws:s3:::*', 'all'],
    ['s3:GetObject', 'arn:aws:s3:::*/*', 'all'],
    ['s3:GetObject', 'arn:aws:s3:::assets/*', 'wide'],
    ['s3:GetObject', 'arn:aws:s3:::assets/logo.png', 'exact'],
    ['s3:GetObject', 'arn:aws:s3:::assets', 'none'],
    ['s3:ListBucket', 'arn:aws:s3:::assets', 'exact'],
    ['s3:ListBucket', 'arn:aws:s3:::assets/*', 'none'],
    ['s3:ListBucket', 'arn:aws:s3:::*', 'all'],
    ['dynamodb:GetItem', 'arn:aws:dynamodb:*:*:table/*', 'all'],
    ['dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:*:table/*', 'wide'],
    ['kms:Decrypt', 'arn:aws:kms:*:*:key/*', 'all'],
    ['logs:PutLogEvents', 'arn:aws:logs:*:*:*', 'all'],
    ['sts:AssumeRole', 'arn:aws:iam::*:role/*', 'all'],
    ['ecr:GetAuthorizationToken', '*', 'all'],
    ['ecr:GetAuthorizationToken', '**', 'all'],
    ['ecr:GetAuthorizationToken', 'arn:*', 'none'],
    ['ecr:GetAuthorizationToken', 'arn:aws:ecr:*:*:repository/*', 'none'],
    ['iam:PassRole', { not: 'arn:aws:iam::*:role/admin' }, 'all'],
    ['iam:PassRole', { not: 'arn:aws:s3:::*' }, 'all'],
    ['iam:PassRole', { not: 'arn:aws:iam::*:role/*' }, 'none'],
    ['iam:PassRole', { not: '*' }, 'none'],
    ['ecr:GetAuthorizationToken', { not: 'arn:aws:s3:::*' }, 'all'],
    ['ecr:GetAuthorizationToken', { not: '*' }, 'none'],
  ] as const)('%s on %j: %s', (action, resource, scope) => {
    expect(scopeOf(...grantOn(action, resource))).toBe(scope);
  });
});

describe('reachesMeet', () => {
  it.each([
    ['arn:aws:s3:::a/*', 'arn:aws:s3:::*/b', true],
    ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*', false],
    ['arn:aws:s3:::${aws:username}/*', 'arn:aws:s3:::b/*', true],
    ['arn:aws:s3:::a/*', { not: 'arn:aws:s3:::b/*' }, true],
    ['arn:aws:s3:::a', 'arn:aws:s3:::a/*', false],
    ['arn:aws:s3:::b/*', { not: 'arn:aws:s3:::b/*' }, false],
    ['arn:aws:s3:::b/*', { not: 'arn:aws:s3:::*' }, false],
    ['arn:aws:s3:::*', { not: 'arn:aws:s3:::b/*' }, true],
  ] as const)('%j and %j: %p', (left, right, expected) => {
    const [a, action] = grantOn('s3:GetObject', left);
    const [b] = grantOn('s3:GetObject', right);
    expect(reachesMeet(a, b, action)).toBe(expected);
    expect(reachesMeet(b, a, action)).toBe(expected);
  });
});

describe('an action of another service that may take the resource', () => {
  it.each([
    ['ssm:SendCommand', 'exact'],
    ['*:SendCommand', 'none'],
    ['*', 'none'],
  ])('%s on a host: %s', (action, scope) => {
    const [grant] = held([
      allow(action, 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1'),
    ]).grants.grants;
    expect(scopeOf(grant, findAction('ssm:SendCommand') ?? -1)).toBe(scope);
  });

  it('counts when each request names it', () => {
    const [grant] = held([allow('*', 'arn:aws:iam::111122223333:role/app')])
      .grants.grants;
    expect(scopeOf(grant, findAction('sts:AssumeRole') ?? -1)).toBe('exact');
  });
});
