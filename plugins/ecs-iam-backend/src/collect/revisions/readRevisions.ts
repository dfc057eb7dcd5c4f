import {
  DescribeServiceRevisionsCommand,
  type Service as SdkService,
  type ServiceRevision,
} from '@aws-sdk/client-ecs';
import { known, unknown, type Known } from '@ecs-iam/iam-analysis';
import { askOptional } from '../askOptional';
import { addFailures } from '../failures';
import { batches } from '../inOrder';
import type { Reading } from '../reading';

/** What ECS takes in one call. */
const AT_MOST = 20;

/** Service revisions by ARN; for each of the others, why it could not be read. */
export type Revisions = ReadonlyMap<string, Known<ServiceRevision>>;

/** Reads the revisions that services run now. During a rollout a service has two. */
export async function readRevisions(
  reading: Reading,
  services: readonly SdkService[],
): Promise<Revisions> {
  const read = new Map<string, Known<ServiceRevision>>();
  // Gaps name the service: people know it, and see there what is theirs.
  const serviceOf = new Map(
    services.flatMap(service =>
      currentRevisions(service).map(arn => [arn, service.serviceArn] as const),
    ),
  );
  const servicesOf = (arns: readonly string[]) => [
    ...new Set(arns.flatMap(arn => serviceOf.get(arn) ?? [])),
  ];
  for (const batch of batches([...serviceOf.keys()], AT_MOST)) {
    const answer = await askOptional(
      reading,
      {
        api: 'ecs:DescribeServiceRevisions',
        resources: servicesOf(batch),
        leavesIncomplete: ['role'],
      },
      () =>
        reading.clients.ecs.send(
          new DescribeServiceRevisionsCommand({
            serviceRevisionArns: [...batch],
          }),
          { abortSignal: reading.signal },
        ),
    );
    batch.forEach(arn =>
      read.set(arn, answer.known ? unknown('MISSING') : answer),
    );
    if (!answer.known) continue;
    const { serviceRevisions = [], failures = [] } = answer.value;
    // One that is missing was followed by another in the meantime.
    addFailures(
      reading.gaps,
      'ecs:DescribeServiceRevisions',
      failures
        .filter(({ reason }) => reason !== 'MISSING')
        .map(failure => ({
          ...failure,
          arn: serviceOf.get(failure.arn ?? ''),
        })),
      ['role'],
    );
    for (const { arn, reason } of failures) {
      if (arn !== undefined) read.set(arn, unknown(reason ?? 'UNKNOWN'));
    }
    for (const revision of serviceRevisions) {
      read.set(revision.serviceRevisionArn ?? '', known(revision));
    }
  }
  return read;
}

/** @returns the ARNs of the revisions that a service runs now; none where no deployment of ECS made one */
export function currentRevisions(service: SdkService): readonly string[] {
  return (service.currentServiceRevisions ?? []).flatMap(
    ({ arn }) => arn ?? [],
  );
}
