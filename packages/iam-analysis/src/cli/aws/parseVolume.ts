import type { Volume } from '../../ecs/taskDefinition';
import { flag, object, optional, optionalText } from '../input/place';
import type { Fields, Place } from '../input/place';

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html */
export function parseVolume(place: Place): Volume {
  const at = object(place, 'a volume');
  const host = optional(at('host'), object);
  const efs = optional(at('efsVolumeConfiguration'), object);
  const s3Files = optional(at('s3filesVolumeConfiguration'), object);
  const fsx = optional(at('fsxWindowsFileServerVolumeConfiguration'), object);
  return {
    name: optionalText(at('name')) ?? '',
    hostSourcePath: host && optionalText(host('sourcePath')),
    configuredAtLaunch: optional(at('configuredAtLaunch'), flag) ?? false,
    efs: efs && efsOf(efs),
    s3Files: s3Files && {
      fileSystemArn: optionalText(s3Files('fileSystemArn')) ?? '',
    },
    fsxCredentialsParameter: fsx && credentialsOf(fsx),
  };
}

function efsOf(efs: Fields): Volume['efs'] {
  const authorization = optional(efs('authorizationConfig'), object);
  return {
    fileSystemId: optionalText(efs('fileSystemId')) ?? '',
    accessPointId:
      authorization && optionalText(authorization('accessPointId')),
    iam: authorization?.('iam').value === 'ENABLED',
    transitEncryption: efs('transitEncryption').value === 'ENABLED',
  };
}

function credentialsOf(fsx: Fields): string | null {
  const authorization = optional(fsx('authorizationConfig'), object);
  return authorization && optionalText(authorization('credentialsParameter'));
}
