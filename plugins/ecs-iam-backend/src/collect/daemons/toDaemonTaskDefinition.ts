import type { DaemonTaskDefinition } from '@aws-sdk/client-ecs';
import type { TaskDefinition } from '@ecs-iam/iam-analysis';
import { toTaskDefinition } from '../toTaskDefinition';

/**
 * A daemon task definition in the form of any other. Its modes have values of their own: `shared` is the namespace of
 * the host.
 *
 * @param arn - the ARN that was asked for
 */
export function toDaemonTaskDefinition(
  definition: DaemonTaskDefinition,
  arn: string,
): TaskDefinition {
  const { pidMode, ipcMode, status: _status, ...rest } = definition;
  return {
    ...toTaskDefinition({ ...rest, taskDefinitionArn: arn }, arn),
    pidMode: isolated(pidMode),
    ipcMode: isolated(ipcMode),
  };
}

function isolated(mode: string | undefined): string | null {
  return mode === undefined || mode === 'none' ? null : mode;
}
