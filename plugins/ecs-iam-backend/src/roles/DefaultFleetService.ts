import type { AnalysisSettings, AnyRule } from '@ecs-iam/iam-analysis';
import type {
  RuleList,
  ServiceList,
  TargetStatus,
} from '@ecs-iam/plugin-ecs-iam-common';
import type { AnnotatedEntities } from '../entities/AnnotatedEntities';
import type { Inventory } from '../inventory/Inventory';
import type { Scans } from '../refresh/Scans';
import type { TargetSource } from '../refresh/TargetSource';
import type { FleetService, ServiceQuery } from './FleetService';
import { analysisBasis } from './present/analysisBasis';
import { presentRule } from './present/presentRule';
import { presentServiceRow } from './present/presentServiceRow';
import { presentTarget } from './present/presentTarget';
import { servicesOfEntities } from './servicesOfEntities';
import { keyOf, TargetCoverage } from './TargetCoverage';

/** Reads the fleet from the inventory. Who may see what is not decided here. */
export class DefaultFleetService implements FleetService {
  readonly #options: FleetServiceOptions;

  private constructor(options: FleetServiceOptions) {
    this.#options = options;
  }

  static create(options: FleetServiceOptions): DefaultFleetService {
    return new DefaultFleetService(options);
  }

  async services({ filter, page }: ServiceQuery): Promise<ServiceList> {
    const { entities, inventory, targetSource } = this.#options;
    const index = await entities.index();
    const { owner, system, arns: only, ...rest } = filter;
    let arns = only;
    if (owner !== undefined || system !== undefined) {
      const owned = await servicesOfEntities(
        index.entities.filter(
          ({ owners, systems }) =>
            (owner === undefined || owners.includes(owner)) &&
            (system === undefined || systems.includes(system)),
        ),
        inventory,
        await TargetCoverage.load(targetSource, inventory),
      );
      arns = only ? only.filter(arn => owned.includes(arn)) : owned;
    }
    const listed = await inventory.listServices({ ...rest, arns }, page);
    const roleArns = listed.items.flatMap(({ uses }) =>
      uses.flatMap(({ roleArn }) =>
        roleArn.known && roleArn.value !== null ? [roleArn.value] : [],
      ),
    );
    const roles = new Map(
      (await inventory.roles([...new Set(roleArns)])).map(role => [
        role.fact.arn,
        role,
      ]),
    );
    return {
      items: listed.items.map(row =>
        presentServiceRow(row, roles, index.entitiesOfService(row.service)),
      ),
      totalItems: listed.totalItems,
      nextCursor: listed.nextCursor,
      analysis: analysisBasis,
    };
  }

  async targets(): Promise<Readonly<{ items: TargetStatus[] }>> {
    const { inventory, scans, targetSource } = this.#options;
    const coverage = await TargetCoverage.load(targetSource, inventory);
    const [gaps, scan] = await Promise.all([
      inventory.gaps(coverage.targets),
      scans.underWay(coverage.targets),
    ]);
    return {
      items: coverage.targets.map(target =>
        presentTarget(target, {
          state: coverage.state(target),
          gaps: gaps.filter(gap => keyOf(gap) === keyOf(target)),
          scanning: scan?.targets.find(each => keyOf(each) === keyOf(target)),
        }),
      ),
    };
  }

  async rules(): Promise<RuleList> {
    const { rules, settings } = this.#options;
    return {
      items: rules.map(rule => presentRule(rule, settings)),
      analysis: analysisBasis,
    };
  }
}

export type FleetServiceOptions = Readonly<{
  entities: AnnotatedEntities;
  inventory: Inventory;
  scans: Scans;
  targetSource: TargetSource;
  rules: readonly AnyRule[];
  settings: AnalysisSettings;
}>;
