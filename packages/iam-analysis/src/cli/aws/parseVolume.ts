import type { Volume } from '../../ecs/taskDefinition';
import { looseFlag, looseText, object, optional } from '../input/place';
import type { Fields, Place } from '../input/place';

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html */
export function parseVolume(place: Place): Volume {
  const at = object(place, 'a volume');
  const host = optional(at('host'), object);
  const efs = optional(at('efsVolumeConfiguration'), object);
  const s3Files = optional(at('s3filesVolumeConfiguration'), object);
  const fsx = optional(at('fsxWindowsFileServerVolumeConfiguration'), object);
  return {
    name: looseText(at('name')),
    hostSourcePath: host && (looseText(host('sourcePath')) || null),
    configuredAtLaunch: looseFlag(at('configuredAtLaunch')) ?? false,
    efs: efs && efsOf(efs),
    s3Files: s3Files && {
      fileSystemArn: looseText(s3Files('fileSystemArn')),
    },
    fsxCredentialsParameter: fsx && credentialsOf(fsx),
  };
}

function efsOf(efs: Fields): Volume['efs'] {
  const authorization = optional(efs('authorizationConfig'), object);
  return {
    fileSystemId: looseText(efs('fileSystemId')),
    accessPointId:
      authorization && (looseText(authorization('accessPointId')) || null),
    iam: authorization?.('iam').value === 'ENABLED',
    transitEncryption: efs('transitEncryption').value === 'ENABLED',
  };
}

function credentialsOf(fsx: Fields): string | null {
  const authorization = optional(fsx('authorizationConfig'), object);
  return (
    authorization && (looseText(authorization('credentialsParameter')) || null)
  );
}
