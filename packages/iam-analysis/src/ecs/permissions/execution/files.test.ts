import {
  aContainer,
  aNeedsInput,
  aTaskDefinition,
  needLines,
  unresolvedLines,
} from '../../../testUtils';
import type { Container } from '../../taskDefinition';
import { executionPermissions } from '../executionPermissions';

const BUCKET = 'arn:aws:s3:::shop-config';

const needsOf = (...containers: readonly Partial<Container>[]) =>
  executionPermissions(
    aNeedsInput({
      taskDefinition: aTaskDefinition({
        containers: containers.map(aContainer),
      }),
    }),
  );

describe('E11, environment files', () => {
  it('need the object, and the region of its bucket without breaking', () => {
    const needs = needsOf({ environmentFiles: [`${BUCKET}/shop/prod.env`] });

    expect(needs.required).toBe(true);
    expect(needs.needs).toEqual([
      {
        row: 'E11',
        actions: ['s3:GetObject'],
        resources: [`${BUCKET}/shop/prod.env`],
        conditions: [],
        context: {},
        because: 'containerDefinitions[0].environmentFiles[0].value',
        phrase: 'reads env file prod.env from S3',
        breaks: true,
        failure: 'ResourceInitializationError: failed to download env files',
        alsoNeeds: null,
      },
      {
        row: 'E11',
        actions: ['s3:GetBucketLocation'],
        resources: [BUCKET],
        conditions: [],
        context: {},
        because: 'containerDefinitions[0].environmentFiles[0].value',
        phrase: 'looks up the region of bucket shop-config',
        breaks: false,
        failure: 'ResourceInitializationError: failed to download env files',
        alsoNeeds: null,
      },
    ]);
  });

  it('of several containers are needed one by one, their bucket once', () => {
    expect(
      needLines(
        needsOf(
          { environmentFiles: [`${BUCKET}/a.env`, `${BUCKET}/b.env`] },
          { environmentFiles: [`${BUCKET}/b.env`] },
        ),
      ),
    ).toEqual([
      `E11 s3:GetObject on ${BUCKET}/a.env`,
      `E11 s3:GetBucketLocation on ${BUCKET} (tolerated)`,
      `E11 s3:GetObject on ${BUCKET}/b.env`,
    ]);
  });

  it('are named in their partition', () => {
    expect(
      needLines(needsOf({ environmentFiles: ['arn:aws-cn:s3:::shop/a.env'] })),
    ).toEqual([
      'E11 s3:GetObject on arn:aws-cn:s3:::shop/a.env',
      'E11 s3:GetBucketLocation on arn:aws-cn:s3:::shop (tolerated)',
    ]);
  });

  it.each([
    [
      '${EnvFile}',
      'the environment file holds ${EnvFile}, a variable of a template: with its value it can be resolved',
    ],
    [
      `${BUCKET}/\${Stage}.env`,
      'the environment file holds ${Stage}, a variable of a template: with its value it can be resolved',
    ],
    [
      's3://shop-config/a.env',
      "'s3://shop-config/a.env' is not the ARN of an object in S3: write arn:aws:s3:::BUCKET/KEY",
    ],
    [
      BUCKET,
      `'${BUCKET}' is not the ARN of an object in S3: write arn:aws:s3:::BUCKET/KEY`,
    ],
    [
      `${BUCKET}/*.env`,
      `a policy cannot name '${BUCKET}/*.env' alone: give the environment file a key without * and ?`,
    ],
  ])('that say %p cannot be resolved', (file, why) => {
    expect(needsOf({ environmentFiles: [file] })).toEqual({
      required: true,
      needs: [],
      accepted: [],
      unresolved: [
        {
          row: 'E11',
          certain: true,
          because: 'containerDefinitions[0].environmentFiles[0].value',
          phrase: 'reads the environment file from S3',
          why,
          actions: ['s3:GetObject', 's3:GetBucketLocation'],
        },
      ],
      closed: true,
    });
  });
});

describe('E10, the FireLens configuration', () => {
  const router = (
    configFileType: string | null,
    configFileValue: string | null,
  ) =>
    needsOf({
      firelens: { type: 'fluentbit', configFileType, configFileValue },
    });

  it('in S3 is needed', () => {
    const needs = router('s3', `${BUCKET}/fluent.conf`);

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual([
      `E10 s3:GetObject on ${BUCKET}/fluent.conf`,
      `E10 s3:GetBucketLocation on ${BUCKET} (tolerated)`,
    ]);
    expect(needs.needs[0].because).toBe(
      'containerDefinitions[0].firelensConfiguration.options.config-file-value',
    );
  });

  it.each([
    ['in the image', 'file', '/extra.conf'],
    ['of the router alone', null, null],
  ])('%s needs nothing', (_, type, value) => {
    expect(router(type, value)).toMatchObject({ required: false, needs: [] });
  });

  it('that is not named cannot be resolved', () => {
    expect(unresolvedLines(router('s3', null))).toEqual([
      'E10 containerDefinitions[0].firelensConfiguration.options.config-file-value',
    ]);
  });
});
