import type { DaemonDetail, DaemonRevisionDetail } from '@aws-sdk/client-ecs';
import { unknown, type Daemon } from '@ecs-iam/iam-analysis';
import type { DaemonRevisions } from './readDaemonRevisions';
import type { DaemonTaskDefinitions } from './readDaemonTaskDefinitions';

/**
 * @returns a daemon for each revision of it that runs: during a rollout the old one still shares hosts with what runs
 *   there. Nothing for an answer without an ARN
 */
export function toDaemons(
  { daemonArn, currentRevisions }: DaemonDetail,
  revisions: DaemonRevisions,
  definitions: DaemonTaskDefinitions,
): readonly Daemon[] {
  if (daemonArn === undefined) return [];
  return (currentRevisions ?? []).map(current => {
    const revision = revisions.get(current.arn ?? '');
    const definition = revision?.daemonTaskDefinitionArn;
    return {
      arn: daemonArn,
      name: daemonArn.slice(daemonArn.lastIndexOf('/') + 1),
      capacityProviders: providersOf(current),
      enableExecuteCommand: revision?.enableExecuteCommand ?? false,
      taskDefinition:
        definitions.get(definition ?? '') ?? unknown('EmptyAnswer'),
    };
  });
}

function providersOf({
  capacityProviders,
}: DaemonRevisionDetail): readonly string[] {
  return (capacityProviders ?? []).flatMap(({ arn }) => arn ?? []);
}
