import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ScanRequest } from '@ecs-iam/plugin-ecs-iam-common';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import { isAnnotated } from '../entities/EntityMatch';
import { matchEntity } from '../entities/matchEntity';
import type { Inventory } from '../inventory/Inventory';
import type { TargetSource } from '../refresh/TargetSource';
import { concernedTargets, mayBeAnywhere } from '../roles/concernedTargets';
import { findServices } from '../roles/findServices';
import { keyOf, TargetCoverage } from '../roles/TargetCoverage';

export type ScanPlan = Readonly<{
  targets: readonly Target[];
  /** `fleet`: more is read than where the services of an entity lie. */
  scope: 'entity' | 'fleet';
}>;

/** Finds out which targets a request is about. */
export class ScanPlanner {
  readonly #options: ScanPlannerOptions;

  private constructor(options: ScanPlannerOptions) {
    this.#options = options;
  }

  static create(options: ScanPlannerOptions): ScanPlanner {
    return new ScanPlanner(options);
  }

  /**
   * @throws NotFoundError when there is no such entity that the caller may see
   * @throws InputError when there is nothing to scan for the entity, or the target is none
   */
  async plan(
    request: ScanRequest,
    options: Readonly<{ credentials: BackstageCredentials }>,
  ): Promise<ScanPlan> {
    const { inventory, targetSource } = this.#options;
    const coverage = await TargetCoverage.load(targetSource, inventory);
    if ('entityRef' in request) {
      return this.#planEntity(request.entityRef, coverage, options);
    }
    if ('target' in request) {
      const targets = coverage.targets.filter(
        target => keyOf(target) === keyOf(request.target),
      );
      if (targets.length === 0) {
        const { accountId, region } = request.target;
        throw new InputError(
          `'target' names account ${accountId}, ${region}, which is not scanned; GET /v1/targets lists what is`,
        );
      }
      return { targets, scope: 'fleet' };
    }
    return { targets: coverage.targets, scope: 'fleet' };
  }

  async #planEntity(
    entityRef: string,
    coverage: TargetCoverage,
    { credentials }: Readonly<{ credentials: BackstageCredentials }>,
  ): Promise<ScanPlan> {
    const { catalog, inventory } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    if (!entity) {
      throw new NotFoundError(`There is no entity '${entityRef}'`);
    }
    const match = matchEntity(entity);
    const services = await findServices(match, inventory, coverage);
    const names = new Set(
      concernedTargets(match, services, coverage).map(keyOf),
    );
    const targets = coverage.targets.filter(target => names.has(keyOf(target)));
    if (targets.length === 0) {
      throw new InputError(
        isAnnotated(match)
          ? `'entityRef': no annotation of '${entityRef}' names an account and region that are scanned; GET /v1/entity/:namespace/:kind/:name/roles says what is wrong with them`
          : `'entityRef': '${entityRef}' has no annotation that names an ECS service or an IAM role`,
      );
    }
    return {
      targets,
      scope: mayBeAnywhere(services) && targets.length > 1 ? 'fleet' : 'entity',
    };
  }
}

export type ScanPlannerOptions = Readonly<{
  catalog: CatalogService;
  inventory: Inventory;
  targetSource: TargetSource;
}>;
