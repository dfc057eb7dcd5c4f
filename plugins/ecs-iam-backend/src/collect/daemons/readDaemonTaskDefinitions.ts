import { DescribeDaemonTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import {
  known,
  unknown,
  type Known,
  type TaskDefinition,
} from '@ecs-iam/iam-analysis';
import type { CollectRequest } from '@ecs-iam/plugin-ecs-iam-node';
import { askOptional } from '../askOptional';
import { inOrder } from '../inOrder';
import { AT_A_TIME, type Reading } from '../reading';
import { toDaemonTaskDefinition } from './toDaemonTaskDefinition';

export type DaemonTaskDefinitions = ReadonlyMap<string, Known<TaskDefinition>>;

/** Reads the task definitions of daemons, each once. Like any revision, one that is stored is not read again. */
export async function readDaemonTaskDefinitions(
  reading: Reading,
  arns: readonly string[],
  { storedTaskDefinitions }: Pick<CollectRequest, 'storedTaskDefinitions'>,
): Promise<DaemonTaskDefinitions> {
  const distinct = [...new Set(arns)];
  const stored =
    distinct.length > 0 ? await storedTaskDefinitions(distinct) : [];
  const definitions = new Map<string, Known<TaskDefinition>>(
    stored.map(definition => [definition.arn, known(definition)]),
  );
  const missing = distinct.filter(arn => !definitions.has(arn));
  const read = inOrder(missing, AT_A_TIME, async arn => ({
    arn,
    definition: await describe(reading, arn),
  }));
  for await (const { arn, definition } of read)
    definitions.set(arn, definition);
  return definitions;
}

async function describe(
  reading: Reading,
  arn: string,
): Promise<Known<TaskDefinition>> {
  const answer = await askOptional(
    reading,
    {
      api: 'ecs:DescribeDaemonTaskDefinition',
      resources: [arn],
      leavesIncomplete: ['role'],
    },
    () =>
      reading.clients.ecs.send(
        new DescribeDaemonTaskDefinitionCommand({ daemonTaskDefinition: arn }),
        { abortSignal: reading.signal },
      ),
  );
  if (!answer.known) return answer;
  const { daemonTaskDefinition: definition } = answer.value;
  return definition === undefined
    ? unknown('EmptyAnswer')
    : known(toDaemonTaskDefinition(definition, arn));
}
