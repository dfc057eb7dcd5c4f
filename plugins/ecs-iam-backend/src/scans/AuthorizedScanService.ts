import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  ecsIamFleetReadPermission,
  ecsIamScanCreatePermission,
} from '@ecs-iam/plugin-ecs-iam-common';
import type { Scan, ScanRequest } from '@ecs-iam/plugin-ecs-iam-common';
import { noSuchScan } from './DefaultScanService';
import type { EntityAccess } from '../roles/EntityAccess';
import type { ScanPlanner } from './ScanPlanner';
import type { ScanService } from './ScanService';

type Options = Readonly<{ credentials: BackstageCredentials }>;

/**
 * Whoever may start scans may start one of an entity whose roles they may see. More than that needs sight of the fleet
 * too. Progress holds account ids and counts, so it is shown to those who may start scans or see the fleet.
 */
export class AuthorizedScanService implements ScanService {
  readonly #inner: ScanService;
  readonly #access: EntityAccess;
  readonly #planner: ScanPlanner;

  private constructor(
    inner: ScanService,
    access: EntityAccess,
    planner: ScanPlanner,
  ) {
    this.#inner = inner;
    this.#access = access;
    this.#planner = planner;
  }

  static create(
    inner: ScanService,
    access: EntityAccess,
    planner: ScanPlanner,
  ): AuthorizedScanService {
    return new AuthorizedScanService(inner, access, planner);
  }

  async request(request: ScanRequest, options: Options): Promise<Scan> {
    const { credentials } = options;
    if ('entityRef' in request) {
      await this.#access.requireReadable(request.entityRef, credentials);
    }
    await this.#require(
      ecsIamScanCreatePermission,
      'You may not start a scan',
      options,
    );
    if (!('entityRef' in request)) {
      await this.#require(
        ecsIamFleetReadPermission,
        'You may start a scan of an entity only',
        options,
      );
    } else if ((await this.#planner.plan(request, options)).scope === 'fleet') {
      await this.#require(
        ecsIamFleetReadPermission,
        'No service carries the tags of the entity yet, so that every account would have to be scanned, which you may not start',
        options,
      );
    }
    return this.#inner.request(request, options);
  }

  async get(id: string, options: Options): Promise<Scan> {
    const { credentials } = options;
    const allowed =
      (await this.#access.allows(ecsIamScanCreatePermission, credentials)) ||
      (await this.#access.allows(ecsIamFleetReadPermission, credentials));
    if (!allowed) {
      throw noSuchScan(id);
    }
    return this.#inner.get(id, options);
  }

  async #require(
    permission: BasicPermission,
    because: string,
    { credentials }: Options,
  ): Promise<void> {
    if (!(await this.#access.allows(permission, credentials))) {
      throw new NotAllowedError(
        `${because}: the permission ${permission.name} is denied`,
      );
    }
  }
}
