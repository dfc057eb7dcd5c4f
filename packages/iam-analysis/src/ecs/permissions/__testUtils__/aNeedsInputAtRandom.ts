import fc from 'fast-check';
import type { NeedsInput, TaskHome } from '../derivation';
import type { Compute } from '../../slots';
import type { TaskDefinition } from '../../taskDefinition';
import { HOMES, UNKNOWN_HOMES } from './homes';
import { namesIn } from './names';
import { clusters, perhaps, secretKeys, services } from './services';
import { taskDefinitions } from './taskDefinitions';

type Wildness = Readonly<{
  /** Whether some fields hold texts that nothing can be derived from, and some facts were not read. */
  malformed: boolean;
}>;

/**
 * Task definitions, services and clusters with all that demands a permission, over partitions, regions, accounts and kinds of
 * compute. Its parts fit each other, as in one account.
 *
 * @param wildness - absent: all is well-formed and known
 */
export function aNeedsInputAtRandom(
  { malformed }: Wildness = { malformed: false },
): fc.Arbitrary<NeedsInput> {
  return fc
    .constantFrom(...HOMES, ...(malformed ? UNKNOWN_HOMES : []))
    .chain(home => inputsIn(home, malformed));
}

/**
 * @param home - where its tasks run
 * @param wildness - absent: all is well-formed
 */
export function aTaskDefinitionAtRandom(
  home: TaskHome = HOMES[0],
  { malformed }: Wildness = { malformed: false },
): fc.Arbitrary<TaskDefinition> {
  return taskDefinitions(namesIn(home, malformed));
}

function inputsIn(
  home: TaskHome,
  malformed: boolean,
): fc.Arbitrary<NeedsInput> {
  const names = namesIn(home, malformed);
  const { accountId, region } = home;
  return fc.record({
    taskDefinition: taskDefinitions(names),
    home: fc.constant(home),
    compute: fc.subarray<Compute>(
      [
        'fargate',
        'ec2',
        'managed-instances',
        'external',
        ...(malformed ? (['unknown'] as const) : []),
      ],
      { minLength: malformed ? 0 : 1 },
    ),
    service: fc.option(services(names, malformed), { freq: 3 }),
    cluster: perhaps(clusters(names), malformed),
    secretKeys: secretKeys(names, malformed),
    registry: perhaps(
      fc
        .subarray(['docker-hub', 'quay', 'ROOT'])
        .map(pullThroughCachePrefixes => ({
          accountId,
          region,
          pullThroughCachePrefixes,
        })),
      malformed,
    ),
  });
}
