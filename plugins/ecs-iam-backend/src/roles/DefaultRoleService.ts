import { NotFoundError } from '@backstage/errors';
import type { AnyRule } from '@ecs-iam/iam-analysis';
import type { RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import type { AnnotatedEntities } from '../entities/AnnotatedEntities';
import type { Inventory, StoredGap } from '../inventory/Inventory';
import type { TargetSource } from '../refresh/TargetSource';
import { loadNeeds } from './needs/loadNeeds';
import { presentNeeds } from './needs/presentNeeds';
import { ownGaps } from './ownGaps';
import type { ConsoleLinks } from './present/ConsoleLinks';
import { presentGaps } from './present/presentGap';
import { presentRole } from './present/presentRole';
import { withoutNeeded } from './present/withoutNeeded';
import type { RoleService } from './RoleService';
import { loadRoleUsers, sharedWith } from './roleUsers';
import { TargetCoverage } from './TargetCoverage';

/** Puts a role together from the inventory. AWS is not asked, and who may see it is not decided here. */
export class DefaultRoleService implements RoleService {
  readonly #options: RoleServiceOptions;

  private constructor(options: RoleServiceOptions) {
    this.#options = options;
  }

  static create(options: RoleServiceOptions): DefaultRoleService {
    return new DefaultRoleService(options);
  }

  async get(id: string): Promise<RoleDetail> {
    const { entities, inventory, links, rules, targetSource } = this.#options;
    const role = await inventory.roleById(id);
    if (!role) {
      throw notFound(id);
    }
    const { arn, accountId } = role.fact;
    const coverage = await TargetCoverage.load(targetSource, inventory);
    const index = await entities.index();
    const [byRole, needs, findings, gaps] = await Promise.all([
      loadRoleUsers([arn], inventory, index),
      loadNeeds(role.fact, inventory),
      inventory.findings([arn]),
      inventory.gaps(coverage.ofAccount(accountId)),
    ]);
    const own = ownGaps(gaps.filter(concernsRoles), {
      services: [],
      uses: new Map(),
      roles: new Map([[arn, role]]),
    });
    const { users, slots } = byRole.get(arn) ?? { users: [], slots: [] };
    // Whoever sees a role of one service sees that service, unless it is an annotation that names the role.
    const isOfOne =
      users.length === 1 && index.entitiesNamingRole(arn).length === 0;
    return presentRole(role, {
      findings: isOfOne
        ? findings
        : findings.map(finding => withoutNeeded(finding, rules)),
      slots,
      usedBy: sharedWith(byRole.get(arn)),
      needs: presentNeeds(role, { ...needs, users }),
      gaps: presentGaps(own, account => coverage.partitionOf(account)),
      rules,
      links,
    });
  }
}

export type RoleServiceOptions = Readonly<{
  entities: AnnotatedEntities;
  inventory: Inventory;
  rules: readonly AnyRule[];
  links: ConsoleLinks;
  targetSource: TargetSource;
}>;

/** Says the same whether there is no such role or the caller may not see it. */
export function notFound(id: string): NotFoundError {
  return new NotFoundError(`There is no role '${id}' that you may see`);
}

/** What IAM did not tell, and lists of services: who uses the role is not known in full then. */
function concernsRoles({ api, leavesIncomplete }: StoredGap): boolean {
  return /^(iam|sts):/.test(api) || leavesIncomplete.includes('service');
}
