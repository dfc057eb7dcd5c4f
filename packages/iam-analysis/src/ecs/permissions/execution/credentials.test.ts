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

const needsOf = (
  definition: Partial<TaskDefinition>,
  parts: Partial<NeedsInput> = {},
) =>
  executionPermissions(
    aNeedsInput({ taskDefinition: aTaskDefinition(definition), ...parts }),
  );

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
