import type { Volume } from '../../taskDefinition';
import { ownArn } from '../arns/ownArn';
import type { NeedsInput, TaskHome } from '../derivation';
import { MOUNT_FAILURE } from '../failures';
import type { RoleNeeds } from '../permission';
import { nameIn, type Resolved } from '../resolved';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';
import { uniteNeeds } from '../uniteNeeds';
import { isReadOnly } from './readOnlyMounts';

const MOUNT = 'elasticfilesystem:ClientMount';
const WRITE = 'elasticfilesystem:ClientWrite';
const ROOT = 'elasticfilesystem:ClientRootAccess';
const ACCESS_POINT = 'elasticfilesystem:AccessPointArn';

/**
 * Row T2: EFS volumes with IAM authorization. The policy of the file system can grant the same, and one without a policy
 * lets in everybody, so its lack is never certain to break anything.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html,
 * https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export function efsVolumes(input: NeedsInput): RoleNeeds {
  return uniteNeeds(
    input.taskDefinition.volumes.map((volume, index) =>
      volume.efs?.iam
        ? volumeNeeds(
            volume,
            volume.efs,
            `volumes[${index}].efsVolumeConfiguration`,
            input,
          )
        : NOTHING,
    ),
  );
}

function volumeNeeds(
  volume: Volume,
  { fileSystemId, accessPointId }: NonNullable<Volume['efs']>,
  because: string,
  { home, taskDefinition }: NeedsInput,
): RoleNeeds {
  const isForReading = isReadOnly(taskDefinition, volume.name);
  const actions = isForReading ? [MOUNT] : [MOUNT, WRITE];
  const phrase = `mounts EFS ${fileSystemId}${
    isForReading ? ' (read only)' : ''
  }`;
  const fileSystem = efsArn(home, 'file system', fileSystemId);
  const accessPoint =
    accessPointId === null ? null : efsArn(home, 'access point', accessPointId);
  const unnamed = [fileSystem, accessPoint].flatMap(each =>
    each === null || each.ok ? [] : [each.why],
  );
  if (!fileSystem.ok || unnamed.length > 0) {
    return roleNeeds({
      required: true,
      unresolved: unnamed.slice(0, 1).map(why => ({
        row: 'T2',
        certain: true,
        because,
        phrase,
        why,
        actions,
      })),
    });
  }
  const pointArn = accessPoint?.ok ? accessPoint.value : null;
  return roleNeeds({
    required: true,
    needs: [
      needOf({
        row: 'T2',
        actions,
        resources: [fileSystem.value],
        conditions:
          pointArn === null
            ? []
            : [
                {
                  operator: 'StringEquals',
                  set: null,
                  ifExists: false,
                  key: ACCESS_POINT,
                  values: [pointArn],
                },
              ],
        context: {
          'elasticfilesystem:AccessedViaMountTarget': 'true',
          ...(pointArn === null ? {} : { [ACCESS_POINT]: pointArn }),
        },
        because,
        phrase,
        breaks: false,
        failure: MOUNT_FAILURE,
        alsoNeeds: 'the policy of the file system',
      }),
    ],
    accepted: [
      {
        actions: [ROOT],
        resources: [fileSystem.value],
        why: 'containers that write as root need it, which the task definition does not tell',
      },
    ],
  });
}

function efsArn(
  home: TaskHome,
  kind: 'file system' | 'access point',
  id: string,
): Resolved<string> {
  const isFileSystem = kind === 'file system';
  const name = nameIn(
    id,
    `the ${kind}`,
    isFileSystem ? /^fs-\w+$/ : /^fsap-\w+$/,
  );
  return name.ok
    ? ownArn(
        home,
        'elasticfilesystem',
        `${kind.replace(' ', '-')}/${name.value}`,
      )
    : name;
}
