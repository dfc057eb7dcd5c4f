import {
  aContainer,
  aNeedsInput,
  aTaskDefinition,
  aVolume,
  needLines,
  unresolvedLines,
} from '../../../testUtils';
import type { TaskDefinition, Volume } from '../../taskDefinition';
import { taskPermissions } from '../taskPermissions';

const EFS = 'arn:aws:elasticfilesystem:eu-west-1:111122223333';

const mounting = (
  volume: Partial<Volume>,
  readOnly: readonly boolean[] = [false],
  parts: Partial<TaskDefinition> = {},
) =>
  taskPermissions(
    aNeedsInput({
      taskDefinition: aTaskDefinition({
        volumes: [aVolume(volume)],
        containers: readOnly.map(each =>
          aContainer({
            mountPoints: [{ volume: 'data', path: '/data', readOnly: each }],
          }),
        ),
        ...parts,
      }),
    }),
  );

describe('T2, EFS with IAM authorization', () => {
  const efs = (parts: Partial<NonNullable<Volume['efs']>> = {}) => ({
    efs: {
      fileSystemId: 'fs-0123456789abcdef0',
      accessPointId: null,
      iam: true,
      transitEncryption: true,
      ...parts,
    },
  });

  it('needs to mount and to write, unless the policy of the file system grants it', () => {
    expect(mounting(efs())).toMatchObject({
      required: true,
      needs: [
        {
          row: 'T2',
          actions: [
            'elasticfilesystem:ClientMount',
            'elasticfilesystem:ClientWrite',
          ],
          resources: [`${EFS}:file-system/fs-0123456789abcdef0`],
          conditions: [],
          context: { 'elasticfilesystem:AccessedViaMountTarget': 'true' },
          because: 'volumes[0].efsVolumeConfiguration',
          phrase: 'mounts EFS fs-0123456789abcdef0',
          breaks: false,
          failure:
            'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: mount.nfs4: access denied by server',
          alsoNeeds: 'the policy of the file system',
        },
      ],
      unresolved: [],
    });
  });

  it('is bound to its access point', () => {
    const arn = `${EFS}:access-point/fsap-0123456789abcdef0`;

    expect(
      mounting(efs({ accessPointId: 'fsap-0123456789abcdef0' })).needs,
    ).toMatchObject([
      {
        resources: [`${EFS}:file-system/fs-0123456789abcdef0`],
        conditions: [
          {
            operator: 'StringEquals',
            set: null,
            ifExists: false,
            key: 'elasticfilesystem:AccessPointArn',
            values: [arn],
          },
        ],
        context: {
          'elasticfilesystem:AccessedViaMountTarget': 'true',
          'elasticfilesystem:AccessPointArn': arn,
        },
      },
    ]);
  });

  it.each<[string, readonly boolean[], boolean]>([
    ['every container mounts it to read', [true, true], false],
    ['one container writes', [true, false], true],
    ['no container mounts it', [], true],
  ])('when %s (%p), writing is needed: %p', (_, readOnly, isNeeded) => {
    expect(
      mounting(efs(), readOnly).needs[0].actions.includes(
        'elasticfilesystem:ClientWrite',
      ),
    ).toBe(isNeeded);
  });

  it('may write as root', () => {
    expect(mounting(efs()).accepted).toContainEqual({
      actions: ['elasticfilesystem:ClientRootAccess'],
      resources: [`${EFS}:file-system/fs-0123456789abcdef0`],
      why: 'containers that write as root need it, which the task definition does not tell',
    });
  });

  it.each([
    ['without IAM', efs({ iam: false })],
    ['of another kind', {}],
  ])('is not meant by a volume %s', (_, volume) => {
    expect(mounting(volume)).toMatchObject({ required: false, needs: [] });
  });

  it.each([
    [{ fileSystemId: '${FileSystem}' }],
    [{ fileSystemId: '' }],
    [{ fileSystemId: 'fs-*' }],
    [{ accessPointId: '${AccessPoint}' }],
  ])('cannot be resolved from %p', parts => {
    const needs = mounting(efs(parts));

    expect(needs).toMatchObject({ required: true, needs: [] });
    expect(unresolvedLines(needs)).toEqual([
      'T2 volumes[0].efsVolumeConfiguration',
    ]);
  });
});

describe('T3, S3 Files', () => {
  const ARN = 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0abc';
  const FIELD = 'volumes[0].s3filesVolumeConfiguration.fileSystemArn';
  const s3Files = (fileSystemArn: string) => ({ s3Files: { fileSystemArn } });

  it('needs to mount and to write, and the bucket, which is not seen', () => {
    const needs = mounting(s3Files(ARN));

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual([
      `T3 s3files:ClientMount s3files:ClientWrite on ${ARN}`,
    ]);
    expect(needs.unresolved).toEqual([
      {
        row: 'T3',
        certain: true,
        because: FIELD,
        phrase: 'reads the bucket behind an S3 Files file system',
        why: 'the task definition does not name the bucket: s3files:GetFileSystem tells it',
        actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'],
      },
    ]);
  });

  it('needs no writing when it is mounted to read', () => {
    expect(needLines(mounting(s3Files(ARN), [true]))).toEqual([
      `T3 s3files:ClientMount on ${ARN}`,
    ]);
  });

  it.each([
    '${FileSystem}',
    'fs-0abc',
    'arn:aws:s3:::bucket',
    'arn:aws:s3files:eu-west-1:111122223333:file-system/*',
  ])('cannot be resolved from %p', arn => {
    const needs = mounting(s3Files(arn));

    expect(needs).toMatchObject({ required: true, needs: [] });
    expect(unresolvedLines(needs)).toEqual([`T3 ${FIELD}`, `T3 ${FIELD}`]);
  });

  it('is not meant by another volume', () => {
    expect(mounting({})).toMatchObject({ required: false, unresolved: [] });
  });
});
