import { accountFault, parseArn } from '../../names/arn';
import type { NeedsInput } from '../derivation';
import { MOUNT_FAILURE } from '../failures';
import type { RoleNeeds } from '../permission';
import { resolved, unresolvable, variableIn, type Resolved } from '../resolved';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';
import { uniteNeeds } from '../uniteNeeds';
import { isReadOnly } from './readOnlyMounts';

const MOUNT = 's3files:ClientMount';
const WRITE = 's3files:ClientWrite';
const READ_BUCKET = ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'];

/**
 * Row T3: S3 Files volumes, which need a task role. Large reads go to the bucket behind the file system, which the task
 * definition does not name.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-prereq-policies.html
 */
export function s3FilesVolumes({ taskDefinition }: NeedsInput): RoleNeeds {
  return uniteNeeds(
    taskDefinition.volumes.map((volume, index) =>
      volume.s3Files === null
        ? NOTHING
        : volumeNeeds(
            volume.s3Files.fileSystemArn,
            `volumes[${index}].s3filesVolumeConfiguration.fileSystemArn`,
            isReadOnly(taskDefinition, volume.name),
          ),
    ),
  );
}

function volumeNeeds(
  written: string,
  because: string,
  isForReading: boolean,
): RoleNeeds {
  const arn = fileSystemArn(written);
  const actions = isForReading ? [MOUNT] : [MOUNT, WRITE];
  const phrase = `mounts S3 Files ${written.slice(
    written.lastIndexOf('/') + 1,
  )}`;
  return roleNeeds({
    required: true,
    needs: arn.ok
      ? [
          needOf({
            row: 'T3',
            actions,
            resources: [arn.value],
            because,
            phrase,
            failure: MOUNT_FAILURE,
          }),
        ]
      : [],
    accepted: arn.ok
      ? [
          {
            actions: ['s3files:ClientRootAccess'],
            resources: [arn.value],
            why: 'containers that write as root need it, which the task definition does not tell',
          },
        ]
      : [],
    unresolved: [
      ...(arn.ok
        ? []
        : [
            {
              row: 'T3' as const,
              certain: true,
              because,
              phrase,
              why: arn.why,
              actions,
            },
          ]),
      {
        row: 'T3',
        certain: true,
        because,
        phrase: 'reads the bucket behind an S3 Files file system',
        why: 'the task definition does not name the bucket: s3files:GetFileSystem tells it',
        actions: READ_BUCKET,
      },
    ],
  });
}

function fileSystemArn(written: string): Resolved<string> {
  const variable = variableIn(written, 'the file system');
  if (variable !== null) {
    return variable;
  }
  const arn = parseArn(written);
  return arn.ok &&
    arn.value.service === 's3files' &&
    arn.value.region !== '' &&
    accountFault(arn.value.accountId) === null &&
    /^file-system\/[\w-]+$/.test(arn.value.resource)
    ? resolved(arn.value.arn)
    : unresolvable(
        `'${written}' is not the ARN of an S3 Files file system: write arn:aws:s3files:REGION:ACCOUNT:file-system/ID`,
      );
}
