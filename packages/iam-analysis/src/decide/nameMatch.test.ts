import type { Clause } from '../policy/types';
import { namesAction, namesResource } from './nameMatch';
import { requestContext } from './requestContext';

const only = (...patterns: string[]): Clause => ({ kind: 'only', patterns });
const allBut = (...patterns: string[]): Clause => ({
  kind: 'all-but',
  patterns,
});

it.each([
  [only('s3:GetObject'), true],
  [only('S3:GETOBJECT'), true],
  [only('s3:Get*'), true],
  [only('s3:?etObject'), true],
  [only('*'), true],
  [only('**'), true],
  [only('*:*'), true],
  [only('iam:*', 's3:*Object'), true],
  [only('s3:GetObject?'), false],
  [only('s3:GetObjects'), false],
  // Nothing is trimmed, and no comma separates.
  [only('s3:GetObject '), false],
  [only(' s3:GetObject'), false],
  [only('s3:GetObject,s3:PutObject'), false],
  // Without a service it is no action.
  [only('s3*'), false],
  [only('GetObject'), false],
  [only('s3:'), false],
  [only(''), false],
  [allBut('s3:PutObject'), true],
  [allBut('s3:get*'), false],
  [allBut('*'), false],
  [allBut('s3:PutObject', 's3:GetObject'), false],
])('%j names s3:GetObject: %p', (actions, expected) => {
  expect(namesAction(actions, 's3:GetObject')).toBe(expected);
});

const OBJECT = 'arn:aws:s3:::bucket/a/key';
const LOGS = 'arn:aws:logs:eu-west-1:111122223333:log-group:a';
const ROLE = 'arn:aws:iam::111122223333:role/app';

describe('resources', () => {
  it.each([
    [only('*'), OBJECT, true],
    [only(OBJECT), OBJECT, true],
    [only('arn:aws:s3:::bucket/*'), OBJECT, true],
    [only('arn:aws:s3:::bucket/*/k?y'), OBJECT, true],
    [only('arn:aws:s3:::Bucket/*'), OBJECT, false],
    [only('arn:aws:s3:::bucket'), OBJECT, false],
    [only('arn:aws:s3:::other/*', '*key'), OBJECT, true],
    [only('arn:*:s3:::*'), OBJECT, true],
    // A star at the end of a segment goes on over the colons.
    [only('arn:aws:logs:*:log-group:a'), LOGS, true],
    [only('arn:aws:iam:*:role/app'), ROLE, false],
    [only('arn:*'), ROLE, true],
    [only('arn:aws:iam'), ROLE, true],
    [only('arn:aws:iam:'), ROLE, true],
    [only('arn:aws:iam::111122223333'), ROLE, true],
    [only('arn:aws:iam::444455556666'), ROLE, false],
    [only('arn:aws:s3'), ROLE, false],
    [only('arn:aws:ia'), ROLE, false],
    [only('app'), ROLE, false],
    [only(''), ROLE, false],
    [allBut('arn:aws:s3:::*'), ROLE, true],
    [allBut('arn:aws:s3'), ROLE, true],
    [allBut('arn:aws:iam'), ROLE, false],
    [allBut('arn:aws:s3:::*', 'arn:aws:iam::*:role/*'), ROLE, false],
    [allBut('*'), ROLE, false],
    // An action that is asked for on all resources.
    [only('*'), '*', true],
    [only('arn:aws:s3:::*'), '*', false],
    [only('arn:*'), '*', false],
    [allBut('arn:aws:s3:::*'), '*', true],
    [allBut('*'), '*', false],
  ])('%j names %p: %p', (resources, resource, isNamed) => {
    const match = namesResource(resources, resource, requestContext({}));
    expect(match).toEqual({ isNamed, lacks: [] });
  });
});

describe('variables in resources', () => {
  const HOME = 'arn:aws:s3:::home/${aws:username}/*';
  const OF_APP = 'arn:aws:s3:::home/app/x';

  it.each([
    ['the value of the key', HOME, { 'aws:username': 'app' }, true],
    ['another value', HOME, { 'aws:username': 'web' }, false],
    [
      'a star in the value, which is no wildcard',
      HOME,
      { 'aws:username': '*' },
      false,
    ],
    ['a default', "arn:aws:s3:::home/${aws:username, 'app'}/*", {}, true],
    [
      'a value with colons, in the place of a whole ARN',
      '${aws:SourceArn}',
      { 'aws:SourceArn': OF_APP },
      true,
    ],
    [
      'before the fifth colon, as the policies of AWS have it',
      "arn:aws:s3:${aws:RequestedRegion, ''}::home/*",
      {},
      true,
    ],
    ['a star of the policy', 'arn:aws:s3:::home/${*}/x', {}, false],
  ])('%s', (_, pattern, context, isNamed) => {
    expect(
      namesResource(only(pattern), OF_APP, requestContext(context)),
    ).toEqual({ isNamed, lacks: [] });
  });

  it.each([
    ['Resource, which then names nothing', only(HOME), false],
    ['NotResource, which then leaves nothing out', allBut(HOME), true],
  ])('no value in %s', (_, resources, isNamed) => {
    expect(namesResource(resources, OF_APP, requestContext({}))).toEqual({
      isNamed,
      lacks: ['aws:username'],
    });
  });

  it('no value that would make no difference', () => {
    expect(namesResource(only(HOME, '*'), OF_APP, requestContext({}))).toEqual({
      isNamed: true,
      lacks: [],
    });
    expect(namesResource(only(HOME), OBJECT, requestContext({}))).toEqual({
      isNamed: false,
      lacks: [],
    });
  });

  it('are plain text in the old policy language', () => {
    expect(namesResource(only(HOME), OF_APP, null).isNamed).toBe(false);
    expect(
      namesResource(only(HOME), 'arn:aws:s3:::home/${aws:username}/x', null),
    ).toEqual({ isNamed: true, lacks: [] });
    // The star in the braces is a wildcard then.
    expect(
      namesResource(
        only('arn:aws:s3:::home/a${*}'),
        'arn:aws:s3:::home/a${bc}',
        null,
      ).isNamed,
    ).toBe(true);
  });
});
