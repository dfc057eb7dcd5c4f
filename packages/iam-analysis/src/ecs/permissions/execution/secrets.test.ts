import type { SecretKey } from '../../service';
import {
  aContainer,
  aNeedsInput,
  aTaskDefinition,
  aVolume,
  needLines,
} from '../../../testUtils';
import type { TaskDefinition } from '../../taskDefinition';
import type { NeedsInput } from '../derivation';
import { executionPermissions } from '../executionPermissions';

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db';
const PARAMETER = 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/db';
const KEY =
  'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const FIELD = 'containerDefinitions[0].secrets[0].valueFrom';

const needsOf = (
  definition: Partial<TaskDefinition>,
  parts: Partial<NeedsInput> = {},
) =>
  executionPermissions(
    aNeedsInput({ taskDefinition: aTaskDefinition(definition), ...parts }),
  );

const reading = (
  valueFrom: string | readonly string[],
  parts: Partial<NeedsInput> = {},
) =>
  needsOf(
    {
      containers: [
        aContainer({
          secrets: [valueFrom]
            .flat()
            .map((each, index) => ({ name: `S${index}`, valueFrom: each })),
        }),
      ],
    },
    parts,
  );

const keys = (...read: readonly SecretKey[]) => ({
  secretKeys: new Map(read.map(each => [each.arn, each])),
});

describe('E12a, an SSM parameter by name', () => {
  it.each(['/shop/db', 'shop/db', ' /shop/db '])(
    '%p is one of the account and region of the task',
    name => {
      expect(reading(name).needs).toEqual([
        {
          row: 'E12a',
          actions: ['ssm:GetParameters'],
          resources: [PARAMETER],
          conditions: [],
          context: {},
          because: FIELD,
          phrase: 'reads SSM parameter shop/db',
          breaks: true,
          failure:
            'ResourceInitializationError: unable to pull secrets or registry auth',
          alsoNeeds: null,
        },
      ]);
    },
  );

  it('is named in the partition of the task', () => {
    const needs = reading('/shop/db', {
      home: {
        partition: 'aws-us-gov',
        region: 'us-gov-west-1',
        accountId: '111122223333',
      },
    });

    expect(needLines(needs)).toEqual([
      'E12a ssm:GetParameters on arn:aws-us-gov:ssm:us-gov-west-1:111122223333:parameter/shop/db',
    ]);
  });

  it('cannot be named while account and region are not known', () => {
    const needs = reading('/shop/db', {
      home: { partition: 'aws', region: '', accountId: '' },
    });

    expect(needs.needs).toEqual([]);
    expect(needs.unresolved).toEqual([
      {
        row: 'E12a',
        because: FIELD,
        phrase: 'reads a secret or an SSM parameter',
        why: 'the region and the account where the tasks run must be known for it',
        actions: ['ssm:GetParameters', 'secretsmanager:GetSecretValue'],
      },
    ]);
  });
});

describe('E12b, an SSM parameter by ARN', () => {
  it.each([
    ['as given', PARAMETER, PARAMETER],
    ['without its version', `${PARAMETER}:3`, PARAMETER],
    [
      'in another region',
      'arn:aws:ssm:us-east-1:111122223333:parameter/db',
      'arn:aws:ssm:us-east-1:111122223333:parameter/db',
    ],
  ])('is needed %s', (_, valueFrom, resource) => {
    expect(needLines(reading(valueFrom))).toEqual([
      `E12b ssm:GetParameters on ${resource}`,
    ]);
  });

  it('is needed where the account of the task is not known', () => {
    const needs = reading(PARAMETER, {
      home: { partition: 'aws', region: '', accountId: '' },
    });

    expect(needLines(needs)).toEqual([
      `E12b ssm:GetParameters on ${PARAMETER}`,
    ]);
    expect(needs.needs[0].alsoNeeds).toBeNull();
  });

  it('must be shared when it is of another account', () => {
    const { needs } = reading(
      PARAMETER.replace('111122223333', '444455556666'),
    );

    expect(needs[0].alsoNeeds).toBe(
      'the share of the parameter in account 444455556666',
    );
  });
});

describe('E12c, a secret', () => {
  it.each([
    ['whole', `${SECRET}-AbCdEf`],
    ['by a JSON key', `${SECRET}-AbCdEf:username::`],
    ['by a version stage', `${SECRET}-AbCdEf::AWSPREVIOUS:`],
    [
      'by a version id',
      `${SECRET}-AbCdEf:::9d4cb84b-ad69-40c0-a0ab-cead3EXAMPLE`,
    ],
  ])('%s is needed by the first seven fields', (_, valueFrom) => {
    expect(reading(valueFrom).needs).toEqual([
      {
        row: 'E12c',
        actions: ['secretsmanager:GetSecretValue'],
        resources: [`${SECRET}-AbCdEf`],
        conditions: [],
        context: {},
        because: FIELD,
        phrase: 'reads secret shop/db',
        breaks: true,
        failure:
          'ResourceInitializationError: unable to pull secrets or registry auth',
        alsoNeeds: null,
      },
    ]);
  });

  it('is one need for two of its keys', () => {
    const { needs } = reading([
      `${SECRET}-AbCdEf:username::`,
      `${SECRET}-AbCdEf:password::`,
    ]);

    expect(needs.map(({ because }) => because)).toEqual([FIELD]);
  });

  it('without the six characters is needed with any', () => {
    const { needs } = reading(SECRET);

    expect(needs[0]).toMatchObject({
      resources: [`${SECRET}-??????`],
      probes: [`${SECRET}-AbCdEf`],
      phrase: 'reads secret shop/db',
    });
  });

  it('whose name ends in six letters is told by the ARN that was read', () => {
    const arn =
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-secret';

    expect(
      reading(arn, keys({ arn: `${arn}-Xy12Za`, keyArn: null })).needs[0],
    ).toMatchObject({
      resources: [`${arn}-??????`],
      probes: [`${arn}-Xy12Za`],
    });
    expect(
      reading(arn, keys({ arn, keyArn: null })).needs[0].resources,
    ).toEqual([arn]);
  });

  it('of another account needs its policy too', () => {
    const { needs } = reading(
      'arn:aws:secretsmanager:eu-west-1:444455556666:secret:db-AbCdEf',
    );

    expect(needs[0].alsoNeeds).toBe(
      'the policy of the secret in account 444455556666',
    );
  });

  it('of a log driver is read too', () => {
    const { needs } = needsOf({
      containers: [
        aContainer({
          logConfiguration: {
            driver: 'splunk',
            options: {},
            secretOptions: [
              { name: 'splunk-token', valueFrom: `${SECRET}-AbCdEf` },
            ],
          },
        }),
      ],
    });

    expect(needs.map(({ row, because }) => [row, because])).toEqual([
      [
        'E12c',
        'containerDefinitions[0].logConfiguration.secretOptions[0].valueFrom',
      ],
    ]);
  });
});

describe('E12d, a parameter that stands for a secret', () => {
  it.each([
    '/aws/reference/secretsmanager/shop/db',
    'arn:aws:ssm:eu-west-1:111122223333:parameter/aws/reference/secretsmanager/shop/db',
  ])('%p needs both', valueFrom => {
    const { needs } = reading(valueFrom);

    expect(needLines({ needs })).toEqual([
      'E12d ssm:GetParameters on arn:aws:ssm:eu-west-1:111122223333:parameter/aws/reference/secretsmanager/shop/db',
      `E12d secretsmanager:GetSecretValue on ${SECRET}-??????`,
    ]);
    expect(needs[1].probes).toEqual([`${SECRET}-AbCdEf`]);
  });

  it('is an ordinary one with another prefix', () => {
    expect(needLines(reading('/aws/reference/db'))).toEqual([
      'E12a ssm:GetParameters on arn:aws:ssm:eu-west-1:111122223333:parameter/aws/reference/db',
    ]);
  });
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

  it('informs only where the secret was not read, once for each kind', () => {
    const { needs, unresolved } = reading([
      `${SECRET}-AbCdEf`,
      `${SECRET}2-AbCdEf`,
      '/shop/db',
    ]);

    expect(needs.map(({ row }) => row)).toEqual(['E12c', 'E12c', 'E12a']);
    expect(unresolved).toEqual([
      {
        row: 'E12e',
        because: FIELD,
        phrase: 'decrypts 2 secrets',
        why: 'each of them may be encrypted with a key of your own: with secretsmanager:DescribeSecret that is read',
        actions: ['kms:Decrypt'],
      },
      {
        row: 'E12e',
        because: 'containerDefinitions[0].secrets[2].valueFrom',
        phrase: 'decrypts SSM parameter shop/db',
        why: 'it may be encrypted with a key of your own: with ssm:DescribeParameters that is read',
        actions: ['kms:Decrypt'],
      },
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

describe('E5, the secret of a private registry', () => {
  const opening = (repositoryCredentials: string) =>
    needsOf({
      containers: [
        aContainer({
          image: 'registry.example.com/app',
          repositoryCredentials,
        }),
      ],
    });

  it.each([
    ['by ARN', `${SECRET}-AbCdEf`, `${SECRET}-AbCdEf`],
    ['by name, with any six characters', 'shop/db', `${SECRET}-??????`],
  ])('is needed %s', (_, written, resource) => {
    const needs = opening(written);

    expect(needLines(needs)).toEqual([
      `E5 secretsmanager:GetSecretValue on ${resource}`,
    ]);
    expect(needs).toMatchObject({
      required: true,
      needs: [
        {
          because:
            'containerDefinitions[0].repositoryCredentials.credentialsParameter',
          phrase: 'reads secret shop/db',
        },
      ],
    });
  });

  it.each([
    [
      PARAMETER,
      `'${PARAMETER}' is not a secret of Secrets Manager: write the ARN or name of one`,
    ],
    [
      '${Credentials}',
      'the reference holds ${Credentials}, a variable of a template: with its value it can be resolved',
    ],
    ['', 'the secret is not named: name it'],
  ])('cannot be resolved as %p', (written, why) => {
    expect(opening(written)).toMatchObject({
      required: true,
      needs: [],
      unresolved: [
        {
          row: 'E5',
          phrase: 'signs in to registry.example.com',
          why,
          actions: ['secretsmanager:GetSecretValue'],
        },
      ],
    });
  });

  it('is none without credentials', () => {
    expect(
      needsOf({
        containers: [aContainer({ image: 'registry.example.com/a' })],
      }),
    ).toMatchObject({ required: false, needs: [] });
  });
});

describe('E13, the credentials of an FSx volume', () => {
  const volume = 'volumes[0].fsxWindowsFileServerVolumeConfiguration';

  it.each([
    [
      'a secret',
      `${SECRET}-AbCdEf`,
      `secretsmanager:GetSecretValue on ${SECRET}-AbCdEf`,
    ],
    ['a parameter', PARAMETER, `ssm:GetParameters on ${PARAMETER}`],
  ])('are %s, and the file system is looked up', (_, written, expected) => {
    const needs = needsOf(
      { volumes: [aVolume({ fsxCredentialsParameter: written })] },
      { compute: ['ec2'] },
    );

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual([
      `E13 ${expected}`,
      'E13 fsx:DescribeFileSystems on *',
    ]);
    expect(needs.needs.map(({ because }) => because)).toEqual([
      `${volume}.authorizationConfig.credentialsParameter`,
      volume,
    ]);
  });

  it('that cannot be resolved leave the look-up', () => {
    const needs = needsOf({
      volumes: [aVolume({ fsxCredentialsParameter: '${Credentials}' })],
    });

    expect(needLines(needs)).toEqual(['E13 fsx:DescribeFileSystems on *']);
    expect(needs.unresolved.map(({ row }) => row)).toEqual(['E13']);
  });

  it('are none of another volume', () => {
    expect(needsOf({ volumes: [aVolume()] }).needs).toEqual([]);
  });
});

describe('a reference that cannot be resolved', () => {
  it.each([
    ['', 'E12a', 'the field is empty: name a secret or a parameter'],
    [
      '${DbPassword}',
      'E12a',
      'the reference holds ${DbPassword}, a variable of a template: with its value it can be resolved',
    ],
    [
      'arn:aws:ssm:${AWS::Region}:111122223333:parameter/db',
      'E12b',
      'the reference holds ${AWS::Region}, a variable of a template: with its value it can be resolved',
    ],
    [
      `${SECRET}-AbCdEf:\${Key}::`,
      'E12c',
      'the reference holds ${Key}, a variable of a template: with its value it can be resolved',
    ],
    [
      'arn:aws:secretsmanager:eu-west-1:1111:secret:db-AbCdEf',
      'E12c',
      "'arn:aws:secretsmanager:eu-west-1:1111:secret:db-AbCdEf' names no secret or parameter, for its account id '1111' has 4 digits, not 12: correct it",
    ],
    [
      'arn:aws:secretsmanager:ireland:111122223333:secret:db-AbCdEf',
      'E12c',
      "'arn:aws:secretsmanager:ireland:111122223333:secret:db-AbCdEf' names no secret or parameter, for 'ireland' is not a region: correct it",
    ],
    [
      `${SECRET}-*`,
      'E12c',
      `'${SECRET}-*' holds characters that no name of a secret or parameter has: correct it`,
    ],
    [
      `${SECRET}-AbCdEf::AWSCURRENT:1`,
      'E12c',
      `'${SECRET}-AbCdEf::AWSCURRENT:1' names a version stage and a version id: name one of the two and leave the other empty`,
    ],
    [
      'arn:aws:s3:::bucket/key',
      'E12a',
      "'arn:aws:s3:::bucket/key' names neither an SSM parameter nor a Secrets Manager secret: write the name or ARN of an SSM parameter, or the ARN of a secret, optionally with :JSON-KEY:STAGE:ID",
    ],
  ])('%p says why, and still demands a role', (valueFrom, row, why) => {
    const needs = reading(valueFrom);

    expect(needs).toMatchObject({ required: true, needs: [] });
    expect(
      needs.unresolved.map(each => [each.row, each.because, each.why]),
    ).toEqual([[row, FIELD, why]]);
  });
});
