import type { AnnotatedEntity } from '../entities/EntityIndex';
import type { EntityMatch } from '../entities/EntityMatch';
import { findServices } from './findServices';
import type { ServiceInventory } from './findServices';
import type { TargetCoverage } from './TargetCoverage';

/** @returns the ARNs of the services that the entities ask for */
export async function servicesOfEntities(
  entities: readonly AnnotatedEntity[],
  inventory: ServiceInventory,
  coverage: TargetCoverage,
): Promise<readonly string[]> {
  const all: EntityMatch = {
    services: distinct(
      entities.flatMap(({ match }) => match.services),
      ({ arn }) => arn,
    ),
    tagMatches: distinct(
      entities.flatMap(({ match }) => match.tagMatches),
      ({ tags }) => JSON.stringify(Object.entries(tags).sort()),
    ),
    families: distinct(
      entities.flatMap(({ match }) => match.families),
      ({ family, place }) => JSON.stringify([family, place]),
    ),
    malformedServices: [],
    malformedRoles: [],
    roles: [],
    problems: [],
  };
  const { found } = await findServices(all, inventory, coverage);
  return found.map(({ stored }) => stored.fact.arn);
}

function distinct<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly T[] {
  return [...new Map(items.map(item => [keyOf(item), item])).values()];
}
