import type { Compute } from '../slots';

/*
 * The words of the errors that people see, by which they search.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommand.html
 */
export const SECRETS_FAILURE =
  'ResourceInitializationError: unable to pull secrets or registry auth';

export const PULL_FAILURE =
  'CannotPullContainerError: pull access denied, not authorized to perform ecr:BatchGetImage';

export const LOGS_FAILURE =
  'failed to initialize logging driver: failed to create Cloudwatch log stream: AccessDeniedException';

export const LOG_GROUP_FAILURE =
  'failed to initialize logging driver: failed to create Cloudwatch log group: AccessDeniedException';

export const ENVIRONMENT_FILE_FAILURE =
  'ResourceInitializationError: failed to download env files';

export const EXEC_FAILURE =
  'TargetNotConnectedException: the execute command failed because execute command was not enabled or the SSM agent is not running';

export const MOUNT_FAILURE =
  'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: mount.nfs4: access denied by server';

/**
 * The agent on a host signs in to ECR when it pulls; Fargate does before, together with reading the secrets.
 *
 * @param compute - where the tasks run
 */
export function signInFailure(compute: readonly Compute[]): string {
  return compute.every(each => each === 'ec2' || each === 'external')
    ? 'CannotPullECRContainerError: AccessDeniedException: not authorized to perform ecr:GetAuthorizationToken'
    : `${SECRETS_FAILURE}: unable to retrieve ecr registry auth`;
}
