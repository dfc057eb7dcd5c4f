import type { Service } from '@ecs-iam/iam-analysis';
import type {
  EntityMatch,
  NamedFamily,
  NamedService,
  TagMatch,
} from '../entities/EntityMatch';
import { lastSegment } from '../entities/EntityIndex';
import type {
  Inventory,
  ServiceFilter,
  ServiceRow,
  StoredService,
} from '../inventory/Inventory';
import type { TargetCoverage } from './TargetCoverage';

/** A service of an entity that is in the inventory. */
export type FoundService = Readonly<{
  /** As the annotation names it; of a service found by tag, its ARN. */
  arn: string;
  matchedBy: readonly string[];
  stored: StoredService;
}>;

/** A service that an annotation names and that is not, or not clearly, in the inventory. */
export type MissingService = Readonly<{
  named: NamedService;
  /** Clusters that have a service of this name; more than one when the ARN does not say which is meant. */
  clusterNames: readonly string[];
}>;

export type ServicesOfEntity = Readonly<{
  found: readonly FoundService[];
  missing: readonly MissingService[];
  /** Families that no scanned account has, as far as it was read. */
  missingFamilies: readonly NamedFamily[];
  /** Tags that no service carries. */
  unmatchedTags: readonly TagMatch[];
}>;

/** Where services are looked up. */
export type ServiceInventory = Pick<
  Inventory,
  'services' | 'servicesByTags' | 'taskFamilies' | 'listServices'
>;

/**
 * Looks up what the annotations of an entity name. AWS is not asked. A service that is named by ARN and by tags is
 * there once.
 */
export async function findServices(
  match: EntityMatch,
  inventory: ServiceInventory,
  coverage: TargetCoverage,
): Promise<ServicesOfEntity> {
  const found = new Map<string, FoundService>();
  const missing: MissingService[] = [];
  const missingFamilies: NamedFamily[] = [];
  const unmatchedTags: TagMatch[] = [];
  const add = (service: FoundService) => {
    const before = found.get(service.stored.fact.arn);
    const matchedBy = [...(before?.matchedBy ?? []), ...service.matchedBy];
    found.set(service.stored.fact.arn, {
      ...service,
      arn: before?.arn ?? service.arn,
      matchedBy: [...new Set(matchedBy)],
    });
  };

  const wanted = match.services.filter(named => coverage.isTarget(named));
  const byArn = new Map(
    (await inventory.services(wanted.map(({ arn }) => arn))).map(stored => [
      stored.fact.arn,
      stored,
    ]),
  );
  for (const named of match.services) {
    const candidates = await candidatesOf(named, byArn, inventory, coverage);
    if (candidates.length === 1) {
      const { arn, matchedBy } = named;
      add({ arn, matchedBy, stored: candidates[0] });
    } else {
      const clusterNames = candidates.map(({ fact }) =>
        lastSegment(fact.clusterArn),
      );
      missing.push({ named, clusterNames });
    }
  }
  const families = (
    await inventory.taskFamilies(match.families.map(({ family }) => family))
  ).filter(({ fact }) => coverage.isTarget(fact));
  for (const named of match.families) {
    const ofFamily = families.filter(({ fact }) => isOf(named, fact));
    for (const stored of ofFamily) {
      const { matchedBy } = named;
      add({ arn: stored.fact.arn, matchedBy, stored });
    }
    if (ofFamily.length === 0) {
      missingFamilies.push(named);
    }
  }
  for (const wantedTags of match.tagMatches) {
    // A service that is gone stays found by its ARN, but not by tags: else every predecessor would be shown for ever.
    const carriers = (await inventory.servicesByTags(wantedTags.tags)).filter(
      ({ fact, goneAt }) => goneAt === null && coverage.isTarget(fact),
    );
    for (const stored of carriers) {
      const matchedBy = [wantedTags.annotation];
      add({ arn: stored.fact.arn, matchedBy, stored });
    }
    if (carriers.length === 0) {
      unmatchedTags.push(wantedTags);
    }
  }
  return {
    found: [...found.values()],
    missing,
    missingFamilies,
    unmatchedTags,
  };
}

async function candidatesOf(
  named: NamedService,
  byArn: ReadonlyMap<string, StoredService>,
  inventory: ServiceInventory,
  coverage: TargetCoverage,
): Promise<readonly StoredService[]> {
  const exact = byArn.get(named.arn);
  if (exact) {
    return [exact];
  }
  if (!coverage.isTarget(named)) {
    return [];
  }
  // ECS knows two forms of the ARN of a service, with and without the cluster, and a service keeps the form in which it
  // was created. So the other form is looked up by name.
  // Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids
  const { serviceName, clusterName } = named;
  const rows = await listAll(inventory, {
    q: serviceName,
    account: named.accountId,
    region: named.region,
    cluster: clusterName ?? undefined,
    state: 'active',
  });
  return rows
    .filter(
      ({ service }) =>
        service.kind === 'service' && service.name === serviceName,
    )
    .map(toStored);
}

/** Whether tasks are those of a family, in the place that is named, if any. */
function isOf(
  { family, place }: NamedFamily,
  { name, accountId, region }: Service,
): boolean {
  return (
    name === family &&
    (place === null ||
      (place.accountId === accountId && place.region === region))
  );
}

function toStored(row: ServiceRow): StoredService {
  const { service: fact, compute, readAt, goneAt } = row;
  return { fact, compute, readAt, goneAt };
}

async function listAll(
  inventory: ServiceInventory,
  filter: ServiceFilter,
): Promise<readonly ServiceRow[]> {
  const rows: ServiceRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await inventory.listServices(filter, {
      limit: 200,
      cursor,
      sort: 'name',
      descending: false,
    });
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}
