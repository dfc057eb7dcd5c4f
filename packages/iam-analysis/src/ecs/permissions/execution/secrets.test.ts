import type { SecretKey } from '../../service';
import {
  aContainer,
  aNeedsInput,
  aTaskDefinition,
  needLines,
} from '../../../testUtils';
import type { TaskDefinition } from '../../taskDefinition';
import type { NeedsInput } from '../derivation';
import { executionPermissions } from '../executionPermissions';

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db';
const PARAMETER = 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/db';
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
        certain: true,
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
      possible: [`${SECRET}-??????`],
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
    expect(reading(arn, keys({ arn, keyArn: null })).needs[0]).toMatchObject({
      resources: [arn],
      phrase: 'reads secret db',
    });
  });

  it.each(['db-secret', 'db-202611'])(
    'that was not read and may be called %s is needed by its ARN with and without six characters more',
    name => {
      const arn = `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${name}`;

      expect(reading(arn).needs[0]).toMatchObject({
        resources: [arn, `${arn}-??????`],
        probes: [arn],
        possible: [`${arn}-??????`],
        phrase: `reads secret ${name}`,
      });
    },
  );

  it('may be granted with its six characters left open, for they change when it is made again', () => {
    expect(reading(`${SECRET}-AbCdEf:username::`).accepted).toEqual([
      {
        actions: ['secretsmanager:GetSecretValue'],
        resources: [`${SECRET}-??????`],
        why: 'the six characters at its end change when the secret is made again',
      },
    ]);
    expect(reading('/shop/db').accepted).toEqual([]);
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
