import { DescribeTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import {
  known,
  unknown,
  type Known,
  type TaskDefinition,
  type TaskDefinitionFamily,
} from '@ecs-iam/iam-analysis';
import type { FactPage, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Question } from '../ask';
import type { Reading } from '../reading';
import { toTaskDefinition } from '../toTaskDefinition';
import { familyArn } from './familyOf';

/** How a call is made: `ask`, or `askOptional`. */
type Ask = <T>(
  reading: Reading,
  question: Question,
  call: () => Promise<T>,
) => Promise<Known<T>>;

/**
 * Reads the latest active revision of a family. By its name ECS gives nothing else.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTaskDefinition.html
 *
 * @returns `NotFound` when the family has no active revision
 */
export async function readLatestRevision(
  reading: Reading,
  ask: Ask,
  family: string,
  leavesIncomplete: Question['leavesIncomplete'],
): Promise<Known<TaskDefinition>> {
  const answer = await ask(
    reading,
    {
      api: 'ecs:DescribeTaskDefinition',
      resources: [familyArn(reading.target, family)],
      leavesIncomplete,
    },
    () =>
      reading.clients.ecs.send(
        new DescribeTaskDefinitionCommand({ taskDefinition: family }),
        { abortSignal: reading.signal },
      ),
  );
  if (!answer.known) return answer;
  const { taskDefinition } = answer.value;
  const arn = taskDefinition?.taskDefinitionArn;
  return taskDefinition === undefined || arn === undefined
    ? unknown('EmptyAnswer')
    : known(toTaskDefinition(taskDefinition, arn));
}

/**
 * The latest revision is a revision like any other too.
 *
 * @param yielded - revisions that were yielded before
 */
export function* familyPages(
  target: Target,
  latest: readonly TaskDefinition[],
  yielded: ReadonlySet<string> = new Set(),
): Generator<FactPage> {
  const revisions = latest.filter(({ arn }) => !yielded.has(arn));
  if (revisions.length > 0) yield { kind: 'taskDefinition', facts: revisions };
  if (latest.length === 0) return;
  yield {
    kind: 'taskDefinitionFamily',
    facts: latest.map(
      (definition): TaskDefinitionFamily => ({
        name: definition.family,
        accountId: target.accountId,
        region: target.region,
        latest: definition,
      }),
    ),
  };
}
