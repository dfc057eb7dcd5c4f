import type { Service } from '@ecs-iam/iam-analysis';
import type { EntityMatch, TagMatch } from './EntityMatch';

/** An entity with one of our annotations. */
export type AnnotatedEntity = Readonly<{
  ref: string;
  /** Refs of the owners and of the systems. */
  owners: readonly string[];
  systems: readonly string[];
  match: EntityMatch;
}>;

/** From a service or a role back to the entities that ask for it. */
export class EntityIndex {
  readonly entities: readonly AnnotatedEntity[];
  readonly #byService = new Map<string, Set<string>>();
  readonly #byFamily = new Map<string, Set<string>>();
  readonly #byRole = new Map<string, Set<string>>();
  // By the first tag of each match, so that a service is not compared with every match there is.
  readonly #byTag = new Map<string, { ref: string; wanted: TagMatch }[]>();

  private constructor(entities: readonly AnnotatedEntity[]) {
    this.entities = entities;
    for (const { ref, match } of entities) {
      for (const service of match.services) {
        const { accountId, region, clusterName, serviceName } = service;
        const key = serviceKey(accountId, region, clusterName, serviceName);
        setOf(this.#byService, key).add(ref);
      }
      for (const { family, place } of match.families) {
        setOf(this.#byFamily, familyKey(place, family)).add(ref);
      }
      for (const role of match.roles) {
        setOf(this.#byRole, role.arn).add(ref);
      }
      for (const wanted of match.tagMatches) {
        const [first] = Object.entries(wanted.tags);
        const key = JSON.stringify(first);
        this.#byTag.set(key, [
          ...(this.#byTag.get(key) ?? []),
          { ref, wanted },
        ]);
      }
    }
  }

  static create(entities: readonly AnnotatedEntity[]): EntityIndex {
    return new EntityIndex(entities);
  }

  /**
   * Entities that ask for a service, by its ARN or by its tags; for tasks without a service, by their family. An ARN of
   * the old form, without a cluster, counts for every service of that name in its account and region.
   *
   * @returns entity refs, sorted
   */
  entitiesOfService(service: Service): readonly string[] {
    const { accountId, region, name } = service;
    if (service.kind === 'task-family') {
      return [
        ...new Set([
          ...(this.#byFamily.get(familyKey(service, name)) ?? []),
          ...(this.#byFamily.get(familyKey(null, name)) ?? []),
        ]),
      ].sort();
    }
    const cluster = lastSegment(service.clusterArn);
    const refs = new Set([
      ...(this.#byService.get(serviceKey(accountId, region, cluster, name)) ??
        []),
      ...(this.#byService.get(serviceKey(accountId, region, null, name)) ?? []),
    ]);
    if (service.tags.known) {
      const tags = service.tags.value;
      for (const tag of Object.entries(tags)) {
        for (const { ref, wanted } of this.#byTag.get(JSON.stringify(tag)) ??
          []) {
          if (carriesAll(tags, wanted)) {
            refs.add(ref);
          }
        }
      }
    }
    return [...refs].sort();
  }

  /** @returns refs of the entities whose annotations name the role, sorted */
  entitiesNamingRole(roleArn: string): readonly string[] {
    return [...(this.#byRole.get(roleArn) ?? [])].sort();
  }
}

/** The name of a cluster or a role: what follows the last slash of its ARN. */
export function lastSegment(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function carriesAll(
  tags: Readonly<Record<string, string>>,
  wanted: TagMatch,
): boolean {
  return Object.entries(wanted.tags).every(
    ([key, value]) => Object.hasOwn(tags, key) && tags[key] === value,
  );
}

function serviceKey(
  accountId: string,
  region: string,
  clusterName: string | null,
  name: string,
): string {
  // Neither part can hold a slash.
  return `${accountId}/${region}/${clusterName ?? ''}/${name}`;
}

function familyKey(
  place: Readonly<{ accountId: string; region: string }> | null,
  family: string,
): string {
  return `${place?.accountId ?? ''}/${place?.region ?? ''}/${family}`;
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const existing = map.get(key);
  if (existing) {
    return existing;
  }
  const created = new Set<string>();
  map.set(key, created);
  return created;
}
