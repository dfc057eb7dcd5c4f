import { parseArn } from './arn';

describe('parseArn', () => {
  it.each([
    [
      'a service',
      'arn:aws:ecs:eu-west-1:111122223333:service/prod/checkout',
      ['aws', 'ecs', 'eu-west-1', '111122223333', 'service/prod/checkout'],
    ],
    [
      'another partition',
      'arn:aws-cn:ecs:cn-north-1:111122223333:cluster/prod',
      ['aws-cn', 'ecs', 'cn-north-1', '111122223333', 'cluster/prod'],
    ],
    [
      'no region and no account',
      'arn:aws:s3:::bucket/key',
      ['aws', 's3', '', '', 'bucket/key'],
    ],
    [
      'a policy of AWS, whose account is a word',
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
      ['aws', 'iam', '', 'aws', 'policy/ReadOnlyAccess'],
    ],
    [
      'colons in the resource',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:user::',
      [
        'aws',
        'secretsmanager',
        'eu-west-1',
        '111122223333',
        'secret:db-AbCdEf:user::',
      ],
    ],
    [
      'leading zeros in the account',
      'arn:aws:iam::000000000123:role/app',
      ['aws', 'iam', '', '000000000123', 'role/app'],
    ],
  ])(
    'reads %s',
    (_, arn, [partition, service, region, accountId, resource]) => {
      expect(parseArn(arn)).toEqual({
        ok: true,
        value: { arn, partition, service, region, accountId, resource },
      });
    },
  );

  it('ignores space around the ARN', () => {
    expect(parseArn(' arn:aws:iam::111122223333:role/app\n')).toEqual(
      parseArn('arn:aws:iam::111122223333:role/app'),
    );
  });

  it.each([
    ['nothing', ''],
    ['a name', 'checkout'],
    ['too few parts', 'arn:aws:ecs:eu-west-1:111122223333'],
    ['an empty resource', 'arn:aws:ecs:eu-west-1:111122223333:'],
    ['a space within', 'arn:aws:ecs:eu-west-1:111122223333:service/a b'],
    ['no partition', 'arn::ecs:eu-west-1:111122223333:service/a'],
    ['an ARN inside other text', 'see arn:aws:iam::111122223333:role/app'],
  ])('refuses %s', (_, text) => {
    expect(parseArn(text).ok).toBe(false);
  });

  it.each([
    'arn:aws:iam::111122223333:role/a,arn:aws:iam::111122223333:role/b',
    'arn:aws:iam::111122223333:role/a, arn:aws:iam::111122223333:role/b',
    'arn:aws:iam::111122223333:role/a\narn:aws:iam::111122223333:role/b',
  ])('tells several ARNs from none: %j', text => {
    expect(parseArn(text)).toEqual({
      ok: false,
      reason: 'several-arns',
      message: `'${text}' holds more than one ARN`,
      fix: 'Write one ARN here.',
    });
  });
});
