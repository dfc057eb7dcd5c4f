import type { SecretKey } from '../../service';
import {
  aContainer,
  aNeedsInput,
  aTaskDefinition,
  aVolume,
} from '../../../testUtils';
import type { NeedsInput } from '../derivation';
import { executionPermissions } from '../executionPermissions';

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db';
const PARAMETER = 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/db';
const KEY =
  'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const FIELD = 'containerDefinitions[0].secrets[0].valueFrom';

const reading = (
  valueFrom: string | readonly string[],
  parts: Partial<NeedsInput> = {},
) =>
  executionPermissions(
    aNeedsInput({
      taskDefinition: aTaskDefinition({
        containers: [
          aContainer({
            secrets: [valueFrom]
              .flat()
              .map((each, index) => ({ name: `S${index}`, valueFrom: each })),
          }),
        ],
      }),
      ...parts,
    }),
  );

const keys = (...read: readonly SecretKey[]) => ({
  secretKeys: new Map(read.map(each => [each.arn, each])),
});

describe('E12e, a key that encrypts what is read', () => {
  const decrypt = (service: string) => ({
    row: 'E12e',
    actions: ['kms:Decrypt'],
    resources: [KEY],
    conditions: [
      {
        operator: 'StringEquals',
        set: null,
        ifExists: false,
        key: 'kms:ViaService',
        values: [service],
      },
    ],
    context: { 'kms:ViaService': service },
    because: FIELD,
    phrase: 'decrypts shop/db with its KMS key',
    breaks: true,
    failure:
      'ResourceInitializationError: unable to pull secrets or registry auth: Access to KMS is not allowed',
    alsoNeeds: 'the policy of the key',
  });

  it.each([
    [
      'a secret',
      `${SECRET}-AbCdEf`,
      `${SECRET}-AbCdEf`,
      'secretsmanager.eu-west-1.amazonaws.com',
    ],
    [
      'a secret without the six characters',
      SECRET,
      `${SECRET}-Xy12Za`,
      'secretsmanager.eu-west-1.amazonaws.com',
    ],
    ['a parameter', '/shop/db', PARAMETER, 'ssm.eu-west-1.amazonaws.com'],
    [
      'a secret by a parameter',
      '/aws/reference/secretsmanager/shop/db',
      `${SECRET}-Xy12Za`,
      'secretsmanager.eu-west-1.amazonaws.com',
    ],
  ])('of %s is needed through its service', (_, valueFrom, arn, service) => {
    const { needs, unresolved } = reading(
      valueFrom,
      keys({ arn, keyArn: KEY }),
    );

    expect(needs.filter(({ row }) => row === 'E12e')).toEqual([
      decrypt(service),
    ]);
    expect(unresolved).toEqual([]);
  });

  it.each([
    ['a secret', `${SECRET}-AbCdEf`, `${SECRET}-AbCdEf`],
    ['a parameter', '/shop/db', PARAMETER],
  ])('of AWS is not needed for %s', (_, valueFrom, arn) => {
    const { needs, unresolved } = reading(
      valueFrom,
      keys({ arn, keyArn: null }),
    );

    expect(needs.map(({ actions }) => actions[0])).not.toContain('kms:Decrypt');
    expect(unresolved).toEqual([]);
  });

  it('is bound to the service in GovCloud too', () => {
    const arn =
      'arn:aws-us-gov:secretsmanager:us-gov-west-1:111122223333:secret:db-AbCdEf';
    const keyArn = 'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/1';
    const { needs } = reading(arn, keys({ arn, keyArn }));

    expect(needs[1]).toMatchObject({
      resources: [keyArn],
      context: {
        'kms:ViaService': 'secretsmanager.us-gov-west-1.amazonaws.com',
      },
    });
  });

  it('is not bound to a service whose name AWS does not print, such as in China', () => {
    const arn =
      'arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:db-AbCdEf';
    const keyArn = 'arn:aws-cn:kms:cn-north-1:111122223333:key/1';
    const { needs } = reading(arn, keys({ arn, keyArn }));

    expect(needs[1]).toMatchObject({
      actions: ['kms:Decrypt'],
      resources: [keyArn],
      conditions: [],
      context: {},
    });
  });

  it.each([
    [
      'a secret',
      [`${SECRET}-AbCdEf`],
      'decrypts secret shop/db',
      'it may be encrypted with a key of your own: with secretsmanager:DescribeSecret that is read',
    ],
    [
      'a parameter that two variables get',
      ['/shop/db', PARAMETER],
      'decrypts SSM parameter shop/db',
      'it may be encrypted with a key of your own: with ssm:DescribeParameters that is read',
    ],
    [
      'secrets and a parameter',
      [`${SECRET}-AbCdEf`, `${SECRET}2-AbCdEf`, '/shop/db'],
      'decrypts 2 secrets and SSM parameter shop/db',
      'each of them may be encrypted with a key of your own: with secretsmanager:DescribeSecret and ssm:DescribeParameters that is read',
    ],
  ])('may be needed of %s that was not read', (_, read, phrase, why) => {
    const { needs, unresolved } = reading(read);

    expect(needs.map(({ actions }) => actions[0])).not.toContain('kms:Decrypt');
    expect(unresolved).toEqual([
      {
        row: 'E12e',
        certain: false,
        because: FIELD,
        phrase,
        why,
        actions: ['kms:Decrypt'],
      },
    ]);
  });

  it('is asked about once, whichever fields name what was not read', () => {
    const { unresolved } = executionPermissions(
      aNeedsInput({
        taskDefinition: aTaskDefinition({
          containers: [
            aContainer({
              image: 'registry.example.com/shop:1',
              repositoryCredentials: `${SECRET}-AbCdEf`,
              credentialSpecs: [`credentialspec:${PARAMETER}`],
            }),
          ],
          volumes: [aVolume({ fsxCredentialsParameter: `${SECRET}2-AbCdEf` })],
        }),
      }),
    );

    expect(
      unresolved.map(({ row, certain, phrase }) => [row, certain, phrase]),
    ).toEqual([
      ['E12e', false, 'decrypts 2 secrets and SSM parameter shop/db'],
    ]);
  });

  it('cannot be named by an alias', () => {
    const arn = `${SECRET}-AbCdEf`;
    const { needs, unresolved } = reading(
      arn,
      keys({ arn, keyArn: 'alias/shop' }),
    );

    expect(needs.map(({ row }) => row)).toEqual(['E12c']);
    expect(unresolved.map(({ row, why }) => [row, why])).toEqual([
      [
        'E12e',
        "'alias/shop' is not the ARN of a KMS key, which policies name it by: with the ARN it can be resolved",
      ],
    ]);
  });
});
