import { parseRoleArn, resolveRoleArn } from './roleArn';

describe('parseRoleArn', () => {
  it.each([
    ['role/checkout-task', '/', 'checkout-task'],
    [
      'role/service-role/ecsTaskExecutionRole',
      '/service-role/',
      'ecsTaskExecutionRole',
    ],
    ['role/teams/shop/checkout-task', '/teams/shop/', 'checkout-task'],
    [
      'role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
      '/aws-service-role/ecs.amazonaws.com/',
      'AWSServiceRoleForECS',
    ],
    [`role/${'x'.repeat(64)}`, '/', 'x'.repeat(64)],
    ['role/a+b=c,d.e@f-g_h', '/', 'a+b=c,d.e@f-g_h'],
  ])('reads %s', (resource, path, name) => {
    const arn = `arn:aws:iam::111122223333:${resource}`;
    expect(parseRoleArn(arn)).toEqual({
      ok: true,
      value: { arn, partition: 'aws', accountId: '111122223333', path, name },
    });
  });

  it.each([
    [
      'a session of a role',
      'arn:aws:sts::111122223333:assumed-role/app/session',
      'not-a-role',
    ],
    [
      'an instance profile',
      'arn:aws:iam::111122223333:instance-profile/app',
      'not-a-role',
    ],
    ['a user', 'arn:aws:iam::111122223333:user/app', 'not-a-role'],
    ['an empty name', 'arn:aws:iam::111122223333:role/', 'not-a-role'],
    ['a region', 'arn:aws:iam:eu-west-1:111122223333:role/app', 'not-a-role'],
    ['no account', 'arn:aws:iam:::role/app', 'bad-account'],
    ['a short account', 'arn:aws:iam::1234567890:role/app', 'bad-account'],
    [
      'a name that is too long for IAM',
      `arn:aws:iam::111122223333:role/${'x'.repeat(65)}`,
      'not-a-role',
    ],
    [
      'a name with a wildcard',
      'arn:aws:iam::111122223333:role/app-*',
      'not-a-role',
    ],
    ['a name with a NUL', 'arn:aws:iam::111122223333:role/app\0', 'not-a-role'],
    ['a bucket', 'arn:aws:s3:::role/app', 'not-iam'],
    ['a bare name', 'app', 'not-an-arn'],
  ])('refuses %s', (_, text, reason) => {
    const result = parseRoleArn(text);
    expect(result).toMatchObject({ ok: false, reason });
    expect(result).toHaveProperty(
      'fix',
      expect.stringMatching(
        /^Write the ARN of a role: arn:aws:iam::(ACCOUNT|111122223333):role\/ROLE\.$/,
      ),
    );
  });
});

describe('resolveRoleArn', () => {
  const owner = { partition: 'aws-cn', accountId: '111122223333' };

  it.each([
    [
      'a bare name',
      'checkout-task',
      'arn:aws-cn:iam::111122223333:role/checkout-task',
    ],
    [
      'a name with its path',
      '/shop/checkout-task',
      'arn:aws-cn:iam::111122223333:role/shop/checkout-task',
    ],
    [
      'a path without the first slash',
      'shop/checkout-task',
      'arn:aws-cn:iam::111122223333:role/shop/checkout-task',
    ],
    [
      'an ARN, also of another account',
      'arn:aws:iam::777788889999:role/data',
      'arn:aws:iam::777788889999:role/data',
    ],
  ])('resolves %s', (_, nameOrArn, arn) => {
    expect(resolveRoleArn(nameOrArn, owner)).toBe(arn);
  });
});
