import {
  DescribeDaemonCommand,
  ListDaemonsCommand,
  type DaemonDetail,
  type DaemonSummary,
  type ListDaemonsResponse,
} from '@aws-sdk/client-ecs';
import { known, unknown, type Daemon, type Known } from '@ecs-iam/iam-analysis';
import type { CollectRequest } from '@ecs-iam/plugin-ecs-iam-node';
import { allKnown } from '../allKnown';
import { askOptional, askPagesOptional } from '../askOptional';
import { inOrder } from '../inOrder';
import { AT_A_TIME, type Reading } from '../reading';
import {
  readDaemonRevisions,
  type DaemonRevisions,
} from './readDaemonRevisions';
import { readDaemonTaskDefinitions } from './readDaemonTaskDefinitions';
import { toDaemons } from './toDaemons';

/**
 * Reads the managed daemons of a cluster. They are known all or not at all: a daemon that nobody sees shares every
 * host.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons.html
 */
export async function readDaemons(
  reading: Reading,
  clusterArn: string,
  request: Pick<CollectRequest, 'storedTaskDefinitions'>,
): Promise<Known<readonly Daemon[]>> {
  const details = await describeAll(reading, clusterArn);
  if (!details.known) return details;
  const revisions = await readDaemonRevisions(reading, details.value);
  if (!revisions.known) return revisions;
  const definitions = await readDaemonTaskDefinitions(
    reading,
    definitionsOf(revisions.value),
    request,
  );
  return known(
    details.value.flatMap(detail =>
      toDaemons(detail, revisions.value, definitions),
    ),
  );
}

async function describeAll(
  reading: Reading,
  clusterArn: string,
): Promise<Known<readonly DaemonDetail[]>> {
  const listed = await askPagesOptional(
    reading,
    {
      api: 'ecs:ListDaemons',
      resources: [clusterArn],
      leavesIncomplete: ['role'],
    },
    listPages(reading, clusterArn),
    page => page.daemonSummariesList,
  );
  if (!listed.known) return listed;
  const details: Known<DaemonDetail>[] = [];
  for await (const detail of inOrder(listed.value, AT_A_TIME, daemon =>
    describe(reading, daemon),
  )) {
    // One that is gone was deleted after it was listed.
    if (detail.known || detail.because !== 'NotFound') details.push(detail);
  }
  return allKnown(details);
}

// The SDK has no paginator for this call.
async function* listPages(
  { clients, signal }: Reading,
  clusterArn: string,
): AsyncGenerator<ListDaemonsResponse> {
  let nextToken: string | undefined;
  do {
    const page: ListDaemonsResponse = await clients.ecs.send(
      new ListDaemonsCommand({ clusterArn, maxResults: 100, nextToken }),
      { abortSignal: signal },
    );
    yield page;
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
}

async function describe(
  reading: Reading,
  { daemonArn }: DaemonSummary,
): Promise<Known<DaemonDetail>> {
  const answer = await askOptional(
    reading,
    {
      api: 'ecs:DescribeDaemon',
      resources: daemonArn === undefined ? [] : [daemonArn],
      leavesIncomplete: ['role'],
    },
    () =>
      reading.clients.ecs.send(new DescribeDaemonCommand({ daemonArn }), {
        abortSignal: reading.signal,
      }),
  );
  if (!answer.known) return answer;
  const { daemon } = answer.value;
  return daemon === undefined
    ? unknown('EmptyAnswer')
    : known({ daemonArn, ...daemon });
}

function definitionsOf(revisions: DaemonRevisions): readonly string[] {
  return [...revisions.values()].flatMap(
    ({ daemonTaskDefinitionArn }) => daemonTaskDefinitionArn ?? [],
  );
}
