import {
  DescribeDaemonRevisionsCommand,
  type DaemonDetail,
  type DaemonRevision,
} from '@aws-sdk/client-ecs';
import { known, unknown, type Known } from '@ecs-iam/iam-analysis';
import { askOptional } from '../askOptional';
import { addFailures } from '../failures';
import { batches } from '../inOrder';
import type { Reading } from '../reading';

/** What ECS takes in one call. */
const AT_MOST = 20;

export type DaemonRevisions = ReadonlyMap<string, DaemonRevision>;

/** Reads the current revisions of daemons, all or none. During a rollout a daemon has two. */
export async function readDaemonRevisions(
  reading: Reading,
  daemons: readonly DaemonDetail[],
): Promise<Known<DaemonRevisions>> {
  const revisions = new Map<string, DaemonRevision>();
  const arns = daemons.flatMap(({ currentRevisions }) =>
    (currentRevisions ?? []).flatMap(({ arn }) => arn ?? []),
  );
  for (const batch of batches([...new Set(arns)], AT_MOST)) {
    const answer = await askOptional(
      reading,
      {
        api: 'ecs:DescribeDaemonRevisions',
        resources: batch,
        leavesIncomplete: ['role'],
      },
      () =>
        reading.clients.ecs.send(
          new DescribeDaemonRevisionsCommand({
            daemonRevisionArns: [...batch],
          }),
          { abortSignal: reading.signal },
        ),
    );
    if (!answer.known) return answer;
    const { daemonRevisions = [], failures = [] } = answer.value;
    // One that is missing was followed by another in the meantime.
    addFailures(
      reading.gaps,
      'ecs:DescribeDaemonRevisions',
      failures.filter(({ reason }) => reason !== 'MISSING'),
      ['role'],
    );
    if (failures.length > 0) return unknown(failures[0].reason ?? 'UNKNOWN');
    for (const revision of daemonRevisions) {
      revisions.set(revision.daemonRevisionArn ?? '', revision);
    }
  }
  return known(revisions);
}
