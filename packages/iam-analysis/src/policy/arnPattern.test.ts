import { arnSegments, wholeArn } from './arnPattern';

describe('the parts of an ARN', () => {
  it.each([
    [
      'a bucket, which has neither region nor account',
      'arn:aws:s3:::assets',
      ['arn', 'aws', 's3', '', '', 'assets'],
    ],
    [
      'a resource with colons',
      'arn:aws:logs:eu-west-1:111122223333:log-group:app:*',
      ['arn', 'aws', 'logs', 'eu-west-1', '111122223333', 'log-group:app:*'],
    ],
    ['one part too few', 'arn:aws:iam::111122223333', null],
    ['a star', '*', null],
  ])('%s', (_, arn, segments) => {
    expect(arnSegments(arn)).toEqual(segments);
  });
});

describe('a pattern with all parts', () => {
  it.each([
    ['a short one', 'arn:aws:s3', 'arn:aws:s3:*:*:*'],
    ['one that ends with a star', 'arn:aws:*', 'arn:aws:*:*:*:*'],
    ['a whole one', 'arn:aws:s3:::assets/*', 'arn:aws:s3:::assets/*'],
    ['a star, which is no ARN', '*', '*'],
    ['a text that is none', 'arnica', 'arnica'],
  ])('%s', (_, pattern, whole) => {
    expect(wholeArn(pattern)).toBe(whole);
  });
});
