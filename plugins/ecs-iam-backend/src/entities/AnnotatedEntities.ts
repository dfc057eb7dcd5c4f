import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import { EntityIndex } from './EntityIndex';
import { matchEntity } from './matchEntity';

const NORMAL_AGE_MILLISECONDS = 60_000;

/** All entities of the catalog that carry one of our annotations, whoever may see them. */
export interface AnnotatedEntities {
  /**
   * @param options - `maxAgeMilliseconds`: how old the answer may be; a minute when it is left out
   * @throws the error of the catalog when it cannot be asked
   */
  index(
    options?: Readonly<{ maxAgeMilliseconds?: number }>,
  ): Promise<EntityIndex>;

  /** Whether the catalog has no entity at all: most likely it has read none yet. */
  isCatalogEmpty(): Promise<boolean>;
}

/**
 * Asks the catalog with the plugin's own credentials, and keeps the answer for a while. What a caller may see of it is
 * decided elsewhere, with the caller's credentials.
 */
export class CatalogAnnotatedEntities implements AnnotatedEntities {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #now: () => number;
  #latest: { readAt: number; index: Promise<EntityIndex> } | undefined;

  private constructor(options: CatalogAnnotatedEntitiesOptions) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#now = options.now ?? Date.now;
  }

  static create(
    options: CatalogAnnotatedEntitiesOptions,
  ): CatalogAnnotatedEntities {
    return new CatalogAnnotatedEntities(options);
  }

  async index(
    options: Readonly<{ maxAgeMilliseconds?: number }> = {},
  ): Promise<EntityIndex> {
    const maxAge = options.maxAgeMilliseconds ?? NORMAL_AGE_MILLISECONDS;
    const now = this.#now();
    if (this.#latest && now - this.#latest.readAt < maxAge) {
      return this.#latest.index;
    }
    const reading = { readAt: now, index: this.#read() };
    this.#latest = reading;
    const forget = () => {
      if (this.#latest === reading) {
        this.#latest = undefined;
      }
    };
    // A failure is not kept, nor is nothing: most likely the catalog is coming up. Who asks next asks it again.
    reading.index.then(
      ({ entities }) => entities.length === 0 && forget(),
      forget,
    );
    return reading.index;
  }

  async isCatalogEmpty(): Promise<boolean> {
    const { items } = await this.#catalog.queryEntities(
      { limit: 1, fields: ['kind'], totalItems: 'exclude' },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items.length === 0;
  }

  async #read(): Promise<EntityIndex> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const entities: Entity[] = [];
    const pages = this.#catalog.streamEntities(
      {
        // A list of filters: it is enough that one of them fits.
        filter: Object.values(annotations).map(name => ({
          [`metadata.annotations.${name}`]: CATALOG_FILTER_EXISTS,
        })),
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
          'relations',
        ],
        totalItems: 'exclude',
      },
      { credentials },
    );
    for await (const page of pages) {
      entities.push(...page);
    }
    return EntityIndex.create(
      entities.map(entity => ({
        ref: stringifyEntityRef(entity),
        owners: related(entity, RELATION_OWNED_BY),
        systems: related(entity, RELATION_PART_OF),
        match: matchEntity(entity),
      })),
    );
  }
}

export type CatalogAnnotatedEntitiesOptions = Readonly<{
  auth: AuthService;
  catalog: CatalogService;
  /** The clock, in milliseconds. */
  now?: () => number;
}>;

function related(entity: Entity, type: string): readonly string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
}
