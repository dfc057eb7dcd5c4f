import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Scan, ScanRequest } from '@ecs-iam/plugin-ecs-iam-common';
import type { Scans } from '../refresh/Scans';
import type { ScanPlanner } from './ScanPlanner';
import type { ScanService } from './ScanService';

/** Turns requests into scans. Who may ask for what is not decided here. */
export class DefaultScanService implements ScanService {
  readonly #scans: Scans;
  readonly #planner: ScanPlanner;

  private constructor(scans: Scans, planner: ScanPlanner) {
    this.#scans = scans;
    this.#planner = planner;
  }

  static create(scans: Scans, planner: ScanPlanner): DefaultScanService {
    return new DefaultScanService(scans, planner);
  }

  async request(
    request: ScanRequest,
    options: Readonly<{ credentials: BackstageCredentials }>,
  ): Promise<Scan> {
    const { targets } = await this.#planner.plan(request, options);
    return this.#scans.request(targets);
  }

  async get(id: string): Promise<Scan> {
    const scan = await this.#scans.get(id);
    if (!scan) {
      throw noSuchScan(id);
    }
    return scan;
  }
}

/** Says the same whether there is no such scan or the caller may not see it. */
export function noSuchScan(id: string): NotFoundError {
  return new NotFoundError(`There is no scan '${id}' that you may see`);
}
