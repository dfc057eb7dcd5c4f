import { known, unknown } from '../../../known';
import {
  aContainer,
  aNeedsInput,
  aService,
  aTaskDefinition,
  needLines,
  roleArn,
  taskDefinitionArn,
  unresolvedLines,
} from '../../../testUtils';
import type { Service, TaskOverride } from '../../service';
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

describe('E14, gMSA credential specs', () => {
  const spec = (text: string) => needsOf({ credentialSpecs: [text] });
  const secretInside = {
    row: 'E14',
    because: 'containerDefinitions[0].credentialSpecs[0]',
    phrase: 'reads the secret of an Active Directory account',
    why: 'the credential spec itself names the secret, as CredentialArn, and its content is not read here: grant secretsmanager:GetSecretValue on that secret',
    actions: ['secretsmanager:GetSecretValue', 'kms:Decrypt'],
  };

  it('in S3 need the object; what the guide grants besides is left alone', () => {
    const needs = spec(`credentialspec:${BUCKET}/gmsa.json`);

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual([
      `E14 s3:GetObject on ${BUCKET}/gmsa.json`,
      `E14 s3:GetBucketLocation on ${BUCKET} (tolerated)`,
    ]);
    expect(
      needs.accepted.map(({ actions, resources }) => [
        ...actions,
        ...resources,
      ]),
    ).toEqual([
      ['s3:GetObjectVersion', `${BUCKET}/gmsa.json`],
      ['s3:ListBucket', BUCKET],
    ]);
    expect(needs.unresolved).toEqual([]);
  });

  it('in a parameter need the parameter', () => {
    expect(
      needLines(
        spec(
          'credentialspec:arn:aws:ssm:eu-west-1:111122223333:parameter/gmsa',
        ),
      ),
    ).toEqual([
      'E14 ssm:GetParameters on arn:aws:ssm:eu-west-1:111122223333:parameter/gmsa',
    ]);
  });

  it('that are domainless name a secret that is not seen', () => {
    const needs = spec(`credentialspecdomainless:${BUCKET}/gmsa.json`);

    expect(needs.needs.map(({ row }) => row)).toEqual(['E14', 'E14']);
    expect(needs.unresolved).toEqual([secretInside]);
  });

  it('that are domainless and lie on the host need a role all the same', () => {
    const needs = spec('credentialspecdomainless:file://gmsa.json');

    expect(needs).toMatchObject({ required: true, needs: [] });
    expect(needs.unresolved).toEqual([secretInside]);
  });

  it('on the host alone need nothing', () => {
    expect(spec('credentialspec:file://gmsa.json')).toMatchObject({
      required: false,
      needs: [],
      unresolved: [],
    });
  });

  it.each([
    '${Spec}',
    'credentialspec:${Spec}',
    'gmsa.json',
    'credentialspec:',
    'credentialspec:https://example.com/gmsa.json',
  ])('cannot be resolved as %p', text => {
    const needs = spec(text);

    expect(needs).toMatchObject({ required: true, needs: [] });
    expect(unresolvedLines(needs)).toEqual([
      'E14 containerDefinitions[0].credentialSpecs[0]',
    ]);
  });
});

describe('E18, what running tasks were started with', () => {
  const override = (parts: Partial<TaskOverride>): TaskOverride => ({
    taskDefinitionArn: taskDefinitionArn('checkout:7'),
    taskRoleArn: null,
    executionRoleArn: null,
    environmentFiles: [`${BUCKET}/debug.env`],
    tasks: 1,
    ...parts,
  });
  const input = (
    overrides: readonly TaskOverride[],
    parts: Partial<Service> = {},
  ) =>
    aNeedsInput({
      taskDefinition: aTaskDefinition({ executionRoleArn: 'checkout-exec' }),
      service: aService({ overrides: known(overrides), ...parts }),
    });
  const debug = [
    `E18 s3:GetObject on ${BUCKET}/debug.env`,
    `E18 s3:GetBucketLocation on ${BUCKET} (tolerated)`,
  ];

  it.each([
    ['no role of their own', null],
    ['the role of the definition', roleArn('checkout-exec')],
  ])('is read with the role of the definition, given %s', (_, role) => {
    const needs = executionPermissions(
      input([override({ executionRoleArn: role })]),
    );

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual(debug);
    expect(needs.needs[0].because).toBe(
      'overrides.containerOverrides.environmentFiles[0].value',
    );
  });

  it.each([
    [
      'another revision',
      { taskDefinitionArn: taskDefinitionArn('checkout:6') },
    ],
    ['another role', { executionRoleArn: roleArn('debug-exec') }],
  ])('is nothing to it, given %s', (_, parts) => {
    expect(executionPermissions(input([override(parts)])).needs).toEqual([]);
  });

  it('is read with the role of the override, which needs all the rest too', () => {
    const own = override({ executionRoleArn: roleArn('debug-exec') });
    const needs = executionPermissions(
      {
        ...input([
          own,
          override({ environmentFiles: [`${BUCKET}/other.env`] }),
        ]),
        taskDefinition: aTaskDefinition({
          containers: [
            aContainer({ secrets: [{ name: 'DB', valueFrom: '/db' }] }),
          ],
        }),
      },
      own,
    );

    expect(needLines(needs)).toEqual([
      'E12a ssm:GetParameters on arn:aws:ssm:eu-west-1:111122223333:parameter/db',
      ...debug,
    ]);
  });

  it('is not known of tasks that no service runs, when it was not read', () => {
    const parts = { overrides: unknown('AccessDenied') };

    expect(
      executionPermissions(input([], { ...parts, kind: 'task-family' })),
    ).toMatchObject({
      required: null,
      unresolved: [
        {
          row: 'E18',
          why: 'what running tasks were started with is not known (AccessDenied): with ecs:DescribeTasks it is',
        },
      ],
    });
    expect(executionPermissions(input([], parts))).toMatchObject({
      required: false,
      unresolved: [],
    });
  });
});
