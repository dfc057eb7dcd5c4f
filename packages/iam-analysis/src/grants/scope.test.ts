import { homeOf, reachesWholeService, servicesOfResources } from './scope';

const home = homeOf({
  arn: 'arn:aws:iam::111122223333:role/app',
  accountId: '111122223333',
});

describe('reachesWholeService', () => {
  it.each([
    ['*', 's3', true],
    ['arn:*', 's3', true],
    ['arn:aws:s3:::*', 's3', true],
    ['arn:aws:s3:::*/*', 's3', true],
    ['arn:aws:s3', 's3', true],
    ['arn:aws:s3:::assets/*', 's3', false],
    ['arn:aws:s3:::assets-*', 's3', false],
    ['arn:aws:sqs:*:*:*', 'sqs', true],
    ['arn:aws:sqs:*:111122223333:*', 'sqs', true],
    ['arn:aws:sqs:*:444455556666:*', 'sqs', false],
    ['arn:aws:sqs:eu-west-1:111122223333:*', 'sqs', false],
    ['arn:aws:kms:*:*:key/*', 'kms', true],
    ['arn:aws:kms:*:*:key/1234', 'kms', false],
    ['arn:aws:iam::*:role/*', 'sts', true],
    ['arn:aws:iam::111122223333:role/*', 'sts', true],
    ['arn:aws:iam::111122223333:role/app', 'sts', false],
    ['arn:aws:sts::111122223333:assumed-role/app/*', 'sts', false],
    ['arn:aws:ssm:*:*:parameter/app/*', 'ssm', false],
    ['arn:aws:sqs:*:*:*', 'sns', false],
    ['bucket', 's3', false],
  ])('%p of %s: %p', (pattern, service, expected) => {
    expect(
      reachesWholeService({ kind: 'only', patterns: [pattern] }, service, home),
    ).toBe(expected);
  });

  it.each([
    ['arn:aws:s3:::payroll/*', true],
    ['*', false],
  ])('NotResource %p: %p', (pattern, expected) => {
    expect(
      reachesWholeService({ kind: 'all-but', patterns: [pattern] }, 's3', home),
    ).toBe(expected);
  });
});

it('names the services of ARNs, each once, without wildcards', () => {
  const patterns = ['arn:aws:s3:::a', 'arn:aws:s3:::b', 'arn:aws:*:::x', '*'];
  expect(servicesOfResources({ kind: 'only', patterns })).toEqual(['s3']);
});
