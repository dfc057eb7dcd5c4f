import type { Volume as SdkVolume } from '@aws-sdk/client-ecs';
import type { Volume } from '@ecs-iam/iam-analysis';

export function toVolume(volume: SdkVolume): Volume {
  const {
    efsVolumeConfiguration: efs,
    s3filesVolumeConfiguration: s3Files,
    fsxWindowsFileServerVolumeConfiguration: fsx,
  } = volume;
  return {
    name: volume.name ?? '',
    hostSourcePath: volume.host?.sourcePath || null,
    configuredAtLaunch: volume.configuredAtLaunch ?? false,
    efs: efs
      ? {
          fileSystemId: efs.fileSystemId ?? '',
          accessPointId: efs.authorizationConfig?.accessPointId ?? null,
          iam: efs.authorizationConfig?.iam === 'ENABLED',
          transitEncryption: efs.transitEncryption === 'ENABLED',
        }
      : null,
    s3Files: s3Files ? { fileSystemArn: s3Files.fileSystemArn ?? '' } : null,
    fsxCredentialsParameter:
      fsx?.authorizationConfig?.credentialsParameter ?? null,
  };
}
