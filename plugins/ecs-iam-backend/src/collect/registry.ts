import { paginateDescribePullThroughCacheRules } from '@aws-sdk/client-ecr';
import { parseImage, type TaskDefinition } from '@ecs-iam/iam-analysis';
import type { FactPage, Target } from '@ecs-iam/plugin-ecs-iam-node';
import { askPagesOptional } from './askOptional';
import type { Reading } from './reading';

/** Reads which repositories the registry fills from others; only where an image comes from it. */
export async function* readRegistry(
  reading: Reading,
  definitions: readonly TaskDefinition[],
): AsyncGenerator<FactPage, void> {
  const { clients, signal, target } = reading;
  if (!definitions.some(definition => pullsFrom(target, definition))) return;
  const rules = await askPagesOptional(
    reading,
    {
      api: 'ecr:DescribePullThroughCacheRules',
      resources: [],
      leavesIncomplete: ['registry'],
    },
    paginateDescribePullThroughCacheRules(
      { client: clients.ecr, pageSize: 100 },
      {},
      { abortSignal: signal },
    ),
    page => page.pullThroughCacheRules,
  );
  if (!rules.known) return;
  yield {
    kind: 'registry',
    facts: [
      {
        accountId: target.accountId,
        region: target.region,
        pullThroughCachePrefixes: rules.value.flatMap(
          ({ ecrRepositoryPrefix }) => ecrRepositoryPrefix ?? [],
        ),
      },
    ],
  };
}

function pullsFrom(
  { accountId, region }: Target,
  { containers }: TaskDefinition,
): boolean {
  return containers.some(({ image }) => {
    const parsed = parseImage(image);
    return (
      parsed.ok &&
      parsed.value.registry === 'ecr-private' &&
      parsed.value.accountId === accountId &&
      parsed.value.region === region
    );
  });
}
