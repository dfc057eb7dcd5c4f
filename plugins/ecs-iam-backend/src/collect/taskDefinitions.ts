import { DescribeTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import type { Service, TaskDefinition } from '@ecs-iam/iam-analysis';
import type { CollectRequest, FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { ask } from './ask';
import { batches, inOrder } from './inOrder';
import { AT_A_TIME, type Reading } from './reading';
import type { RunningTasks } from './tasks/readTasks';
import { toTaskDefinition } from './toTaskDefinition';

const PAGE = 50;

/**
 * Reads the task definitions of all deployments and task sets, and of all that shares a host with them, each once. One that
 * is stored already is not asked for again, because a revision never changes; it is yielded all the same, so that it counts
 * as seen.
 */
export async function* readTaskDefinitions(
  reading: Reading,
  services: readonly Service[],
  tasks: RunningTasks,
  request: CollectRequest,
): AsyncGenerator<FactPage, readonly TaskDefinition[]> {
  const arns = new Set([
    ...services.flatMap(service =>
      service.deployments.map(({ taskDefinitionArn }) => taskDefinitionArn),
    ),
    ...[...tasks.values()].flatMap(running =>
      running.known ? running.value.revisionsOnHosts() : [],
    ),
  ]);
  const read: TaskDefinition[] = [];
  for (const page of batches([...arns], PAGE)) {
    const stored = await request.storedTaskDefinitions(page);
    const storedArns = new Set(stored.map(({ arn }) => arn));
    const facts = [...stored];
    const missing = page.filter(arn => !storedArns.has(arn));
    for await (const found of inOrder(missing, AT_A_TIME, arn =>
      describe(reading, arn),
    )) {
      facts.push(...found);
    }
    read.push(...facts);
    if (facts.length > 0) yield { kind: 'taskDefinition', facts };
  }
  return read;
}

async function describe(
  reading: Reading,
  arn: string,
): Promise<readonly TaskDefinition[]> {
  const answer = await ask(
    reading,
    {
      api: 'ecs:DescribeTaskDefinition',
      resources: [arn],
      leavesIncomplete: ['taskDefinition', 'role'],
    },
    () =>
      reading.clients.ecs.send(
        new DescribeTaskDefinitionCommand({ taskDefinition: arn }),
        { abortSignal: reading.signal },
      ),
  );
  return answer.known && answer.value.taskDefinition !== undefined
    ? [toTaskDefinition(answer.value.taskDefinition, arn)]
    : [];
}
