import type { NeedRow } from './permission';

/**
 * A name for a statement that tells what it is for.
 *
 * @param row - of its first need
 * @param actions - of the statement
 * @returns letters only, as AWS asks of a Sid
 */
export function sidOf(row: NeedRow, actions: readonly string[]): string {
  switch (row) {
    case 'E1':
    case 'E2':
    case 'E17':
    case 'I3':
      return actions.includes('ecr:GetAuthorizationToken')
        ? 'SignInToRegistry'
        : 'PullImages';
    case 'E4':
      return 'FillPullThroughCache';
    case 'E5':
      return 'ReadRegistryCredentials';
    case 'E7':
    case 'E16':
    case 'I4':
      return 'WriteLogs';
    case 'E8':
      return 'CreateLogGroups';
    case 'E10':
      return 'ReadFireLensConfiguration';
    case 'E11':
    case 'E18':
      return actions.includes('s3:GetBucketLocation')
        ? 'FindBuckets'
        : 'ReadEnvironmentFiles';
    case 'E12a':
    case 'E12b':
      return 'ReadParameters';
    case 'E12c':
      return 'ReadSecrets';
    case 'E12d':
      return actions.includes('ssm:GetParameters')
        ? 'ReadParameters'
        : 'ReadSecrets';
    case 'E12e':
      return 'DecryptSecrets';
    case 'E13':
      return 'ReadFSxCredentials';
    case 'E14':
      return 'ReadCredentialSpecs';
    case 'E15':
      return 'PullGuardDutyAgent';
    case 'T1':
      return 'OpenExecChannels';
    case 'T1a':
    case 'T1d':
      return 'LogExecSessions';
    case 'T1b':
      return 'StoreExecSessions';
    case 'T1c':
      return 'DecryptExecSessions';
    case 'T2':
      return 'MountFileSystems';
    case 'T3':
      return 'MountS3Files';
    case 'T4':
      return 'SendTelemetry';
    case 'T5':
      return 'ConfigureProxy';
    case 'T6':
      return 'SendLogs';
    case 'T7':
      return 'ProtectTasks';
    case 'T8':
      return 'InjectFaults';
    case 'I1':
      return 'WorkAsAgent';
    case 'I2':
      return 'SendTelemetry';
    case 'I5':
      return 'WorkWithSystemsManager';
    default:
      return row satisfies never;
  }
}
