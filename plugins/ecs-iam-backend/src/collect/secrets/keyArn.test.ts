import { production } from '../../testSupport/awsMocks';
import { keyArn } from './keyArn';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd';
const ALIAS = 'arn:aws:kms:eu-west-1:111122223333:alias/shop';

it.each([
  ['no key', undefined, null],
  ['an empty key', '', null],
  ["AWS's own key of Secrets Manager", 'alias/aws/secretsmanager', null],
  ["AWS's own key of Systems Manager", 'alias/aws/ssm', null],
  [
    "AWS's own key by ARN",
    'arn:aws:kms:eu-west-1:111122223333:alias/aws/ssm',
    null,
  ],
  ['a key by id', '1234abcd', KEY],
  ['a key by ARN', KEY, KEY],
  [
    'a key of another account',
    'arn:aws:kms:eu-west-1:444455556666:key/1234abcd',
    'arn:aws:kms:eu-west-1:444455556666:key/1234abcd',
  ],
  ['a key by alias', 'alias/shop', ALIAS],
  ['a key by the ARN of an alias', ALIAS, ALIAS],
  [
    'an alias that only looks like one of AWS',
    'alias/awsome',
    `${ALIAS.replace('shop', 'awsome')}`,
  ],
])('of %s', (_, key, arn) => {
  expect(keyArn(key, production)).toBe(arn);
});

it('is in the partition and region of the target', () => {
  expect(
    keyArn('1234abcd', {
      ...production,
      partition: 'aws-cn',
      region: 'cn-north-1',
    }),
  ).toBe('arn:aws-cn:kms:cn-north-1:111122223333:key/1234abcd');
});
