import { unknown, type Unknown } from '@ecs-iam/iam-analysis';
import type { CollectRequest, FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { readCapacityProviders } from './capacityProviders';
import { daemonDefinitions, readClusters } from './clusters';
import { readHosts } from './containerInstances';
import type { DailyShelf } from './DailyShelf';
import { readFamiliesInUse } from './families/readFamiliesInUse';
import { readTaskFamilies } from './families/readTaskFamilies';
import type { Gaps } from './Gaps';
import { readInstanceProfiles } from './instanceProfiles';
import { ProviderReader } from './ProviderReader';
import type { Reading } from './reading';
import { readRegistry } from './registry';
import { roleNames } from './roleNames';
import { readRoles, type RoleSource } from './roles';
import { namedSecrets } from './secrets/namedSecrets';
import { readSecretKeys } from './secrets/readSecretKeys';
import { readServices } from './services';
import { readTaskDefinitions } from './taskDefinitions';
import { readTasks } from './tasks/readTasks';

/** What outlives the reading of one target. */
export type Shelves = Readonly<{
  families: DailyShelf;
  secretKeys: DailyShelf;
  roleOf: RoleSource;
}>;

/**
 * Reads a target from its clusters to its roles: each step reads what the ones before it named.
 *
 * @returns how many services were found
 */
export async function* readTarget(
  reading: Reading,
  request: CollectRequest,
  { families, secretKeys, roleOf }: Shelves,
): AsyncGenerator<FactPage, number> {
  const { gaps, target } = reading;
  const { taskFamilies, roleArns } = request;
  const providerReader = ProviderReader.create(reading);

  const clusters = yield* readClusters(reading, providerReader, request);
  const otherClusters = incompleteClusters(gaps);
  yield* gaps.flush();
  const tasks = await readTasks(
    reading,
    clusters.map(({ cluster }) => cluster),
    taskFamilies.length > 0 ? ['service', 'role'] : ['role'],
  );
  const ofServices = yield* withGaps(
    gaps,
    readServices(reading, clusters, tasks),
  );
  const ofFamilies = yield* withGaps(
    gaps,
    readTaskFamilies(reading, taskFamilies, {
      clusters,
      otherClusters,
      tasks,
      shelf: families,
    }),
  );
  const services = [...ofServices, ...ofFamilies];
  const revisions = yield* withGaps(
    gaps,
    readTaskDefinitions(reading, services, tasks, request),
  );
  const definitions = [...revisions, ...daemonDefinitions(clusters)];
  yield* withGaps(
    gaps,
    readFamiliesInUse(reading, families, services, revisions),
  );
  const providers = yield* withGaps(
    gaps,
    readCapacityProviders(reading, providerReader, clusters, services),
  );
  const hosts = yield* withGaps(gaps, readHosts(reading, clusters, tasks));
  const profiles = yield* withGaps(
    gaps,
    readInstanceProfiles(reading, hosts, providers),
  );
  yield* withGaps(
    gaps,
    readSecretKeys(
      reading,
      secretKeys,
      namedSecrets(target, definitions, services),
    ),
  );
  yield* withGaps(gaps, readRegistry(reading, definitions));
  const named = { services, definitions, hosts, providers, profiles };
  yield* withGaps(gaps, readRoles(reading, roleOf, roleNames(named), roleArns));
  return services.length;
}

/** Follows the pages of a step with what it could not read. */
async function* withGaps<T>(
  gaps: Gaps,
  step: AsyncGenerator<FactPage, T>,
): AsyncGenerator<FactPage, T> {
  const result = yield* step;
  yield* gaps.flush();
  return result;
}

/** @returns why there may be more clusters than were read, if so */
function incompleteClusters(gaps: Gaps): Unknown | undefined {
  const gap = gaps
    .all()
    .find(({ leavesIncomplete }) => leavesIncomplete.includes('cluster'));
  return (
    gap &&
    unknown(gap.because, gap.because === 'AccessDenied' ? gap.api : undefined)
  );
}
