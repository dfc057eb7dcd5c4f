import { parseSecretReference } from './secretReference';

const reader = {
  partition: 'aws',
  region: 'eu-west-1',
  accountId: '111122223333',
};
const here = { region: 'eu-west-1', accountId: '111122223333' };
const secretArn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db';
const parameterArn = 'arn:aws:ssm:eu-west-1:111122223333:parameter';
const plain = { jsonKey: null, versionStage: null, versionId: null };

describe('parseSecretReference', () => {
  it.each([
    ['a parameter name', 'db-host', 'db-host'],
    ['a parameter path', '/shop/db/host', 'shop/db/host'],
    ['the ARN of a parameter', `${parameterArn}/shop/db/host`, 'shop/db/host'],
    ['a parameter with its version', 'db-host:3', 'db-host'],
    [
      'a name that looks like a reference',
      '/aws/reference/ec2/x',
      'aws/reference/ec2/x',
    ],
  ])('finds the SSM parameter of %s', (_, valueFrom, name) => {
    expect(parseSecretReference(valueFrom, reader)).toEqual({
      ok: true,
      value: {
        kind: 'ssm-parameter',
        arn: `${parameterArn}/${name}`,
        name,
        ...here,
      },
    });
  });

  it('looks a bare name up where the task runs, and an ARN where it says', () => {
    const china = { ...reader, partition: 'aws-cn', region: 'cn-north-1' };
    expect(parseSecretReference('db-host', china)).toMatchObject({
      value: {
        arn: 'arn:aws-cn:ssm:cn-north-1:111122223333:parameter/db-host',
      },
    });
    const elsewhere = 'arn:aws:ssm:us-east-1:777788889999:parameter/db-host';
    expect(parseSecretReference(elsewhere, reader)).toEqual({
      ok: true,
      value: {
        kind: 'ssm-parameter',
        arn: elsewhere,
        name: 'db-host',
        region: 'us-east-1',
        accountId: '777788889999',
      },
    });
  });

  it.each([
    ['a secret', `${secretArn}-AbC123`, 'db-AbC123', true, plain],
    ['a secret without its suffix', secretArn, 'db', false, plain],
    [
      'a name that ends in a word of five letters',
      `${secretArn}-stage`,
      'db-stage',
      false,
      plain,
    ],
    [
      'a JSON key',
      `${secretArn}-AbC123:user::`,
      'db-AbC123',
      true,
      { ...plain, jsonKey: 'user' },
    ],
    [
      'a version stage',
      `${secretArn}-AbC123::AWSPREVIOUS:`,
      'db-AbC123',
      true,
      { ...plain, versionStage: 'AWSPREVIOUS' },
    ],
    [
      'JSON key and version id',
      `${secretArn}-AbC123:user::9d4cb84b-ad69-40c0-a0ab-cead36b967e8`,
      'db-AbC123',
      true,
      {
        jsonKey: 'user',
        versionStage: null,
        versionId: '9d4cb84b-ad69-40c0-a0ab-cead36b967e8',
      },
    ],
    [
      'a path in the name',
      `${secretArn}/shop/main-AbC123`,
      'db/shop/main-AbC123',
      true,
      plain,
    ],
  ])('finds the secret of %s', (_, valueFrom, name, hasSuffix, selectors) => {
    expect(parseSecretReference(valueFrom, reader)).toEqual({
      ok: true,
      value: {
        kind: 'secret',
        arn: `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${name}`,
        name,
        hasSuffix,
        ...here,
        ...selectors,
      },
    });
  });

  it.each([
    '/aws/reference/secretsmanager/shop/db',
    `${parameterArn}/aws/reference/secretsmanager/shop/db`,
  ])('sees both parameter and secret in %s', valueFrom => {
    expect(parseSecretReference(valueFrom, reader)).toEqual({
      ok: true,
      value: {
        kind: 'secret-by-parameter',
        arn: `${parameterArn}/aws/reference/secretsmanager/shop/db`,
        secretName: 'shop/db',
        secretArnPattern:
          'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-??????',
        ...here,
      },
    });
  });

  it('refuses a version stage together with a version id', () => {
    const valueFrom = `${secretArn}-AbC123:user:AWSCURRENT:9d4cb84b`;
    expect(parseSecretReference(valueFrom, reader)).toEqual({
      ok: false,
      reason: 'stage-and-id',
      message: `'${valueFrom}' names a version stage and a version id`,
      fix: 'Name one of the two and leave the other empty.',
    });
  });

  it.each([
    ['nothing', ''],
    ['a slash', '/'],
    ['a name with a space', 'db host'],
    ['a cut ARN', 'arn:aws:ssm:eu-west-1'],
    ['an ARN without a region', 'arn:aws:ssm::111122223333:parameter/db'],
    ['an ARN without an account', 'arn:aws:ssm:eu-west-1::parameter/db'],
    ['a key', 'arn:aws:kms:eu-west-1:111122223333:key/1'],
    ['an SSM document', 'arn:aws:ssm:eu-west-1:111122223333:document/db'],
    ['a field too many', `${secretArn}-AbC123:user:::x`],
  ])('refuses %s', (_, valueFrom) => {
    expect(parseSecretReference(valueFrom, reader)).toMatchObject({
      ok: false,
      reason: 'not-a-reference',
    });
  });
});
