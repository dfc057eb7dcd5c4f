import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { AnyRule } from '@ecs-iam/iam-analysis';
import type {
  EntityRoles,
  EntityService,
} from '@ecs-iam/plugin-ecs-iam-common';
import type { TargetOrigin } from '../config/EcsIamConfig';
import type { AnnotatedEntities } from '../entities/AnnotatedEntities';
import { isAnnotated } from '../entities/EntityMatch';
import { matchEntity } from '../entities/matchEntity';
import type { Inventory, StoredFinding } from '../inventory/Inventory';
import type { Scans } from '../refresh/Scans';
import type { TargetSource } from '../refresh/TargetSource';
import { presentAnnotatedRole, presentMalformedRole } from './annotatedRoles';
import { concernedTargets } from './concernedTargets';
import type { EntityRolesService } from './EntityRolesService';
import { findServices } from './findServices';
import { loadHosts } from './hosts/loadHosts';
import { presentHosts } from './hosts/presentHosts';
import { loadRoleFacts } from './loadRoleFacts';
import type { RoleFacts } from './loadRoleFacts';
import { explainMissingFamily } from './missingFamily';
import { explainMissing } from './missingService';
import { ownGaps } from './ownGaps';
import { analysisBasis } from './present/analysisBasis';
import type { ConsoleLinks } from './present/ConsoleLinks';
import { compareFindings, presentFinding } from './present/presentFinding';
import { presentGaps } from './present/presentGap';
import { findingsOfUse, presentRoleUse } from './present/presentRoleUse';
import {
  presentFound,
  presentMalformed,
  presentMissing,
  presentMissingFamily,
} from './present/presentService';
import { presentScanOf } from './present/presentScan';
import { withoutNeeded } from './present/withoutNeeded';
import { explainUnmatchedTags } from './unmatchedTags';
import { sharedWith } from './roleUsers';
import { TargetCoverage } from './TargetCoverage';

/** Puts the tab together from the inventory. AWS is not asked, and who may see what is not decided here. */
export class DefaultEntityRolesService implements EntityRolesService {
  readonly #options: EntityRolesServiceOptions;

  private constructor(options: EntityRolesServiceOptions) {
    this.#options = options;
  }

  static create(options: EntityRolesServiceOptions): DefaultEntityRolesService {
    return new DefaultEntityRolesService(options);
  }

  async get(
    entityRef: string,
    { credentials }: Readonly<{ credentials: BackstageCredentials }>,
  ): Promise<EntityRoles> {
    const { catalog, inventory, scans, targetSource, targetsFrom } =
      this.#options;
    const { entities, links, rules } = this.#options;
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    if (!entity) {
      throw new NotFoundError(`There is no entity '${entityRef}'`);
    }
    const match = matchEntity(entity);
    const coverage = await TargetCoverage.load(targetSource, inventory);
    const services = await findServices(match, inventory, coverage);
    const concerned = concernedTargets(match, services, coverage);
    const [facts, gaps, scan] = await Promise.all([
      loadRoleFacts(
        services.found.map(({ stored }) => stored),
        match.roles.map(({ arn }) => arn),
        inventory,
        await entities.index(),
      ),
      inventory.gaps(concerned),
      scans.underWay(concerned),
    ]);
    const hosts = await loadHosts(
      facts.services,
      gaps,
      inventory,
      await entities.index(),
    );
    const around = { coverage, targetsFrom, gaps, links };

    return {
      entityRef,
      annotated: isAnnotated(match),
      services: [
        ...services.found
          .map(found =>
            presentFound(found, {
              roles: this.#roleUses(found.stored.fact.arn, facts),
              hosts: presentHosts(hosts.get(found.stored.fact.arn), links),
              links,
            }),
          )
          .sort(compareServices),
        ...services.missing.map(missing =>
          presentMissing(missing, explainMissing(missing, around)),
        ),
        ...services.missingFamilies.map(missing =>
          presentMissingFamily(missing, explainMissingFamily(missing, around)),
        ),
        ...match.malformedServices.map(presentMalformed),
      ],
      roles: [
        ...match.roles.map(named =>
          presentAnnotatedRole(named, {
            ...around,
            role: facts.roles.get(named.arn),
            findings: facts.findings.filter(
              ({ subject }) => subject === named.arn,
            ),
            sharedWith: sharedWith(facts.users.get(named.arn)),
          }),
        ),
        ...match.malformedRoles.map(presentMalformedRole),
      ],
      findings: facts.findings
        .map(finding =>
          presentFinding(
            isOwn(finding, facts) ? finding : withoutNeeded(finding, rules),
            facts.roleOf(finding),
            rules,
          ),
        )
        .sort(compareFindings),
      analysis: analysisBasis,
      gaps: presentGaps(ownGaps(gaps, facts), accountId =>
        coverage.partitionOf(accountId),
      ),
      problems: [
        ...match.problems.map(problem => ({ ...problem, snippet: null })),
        ...services.unmatchedTags.map(tags =>
          explainUnmatchedTags(tags, coverage),
        ),
      ],
      scannedAt: coverage.scannedAt(concerned),
      stale: coverage.stale(concerned),
      scan: scan ? presentScanOf(scan, concerned) : null,
      mayScan: true,
    };
  }

  #roleUses(serviceArn: string, facts: RoleFacts): EntityService['roles'] {
    return (facts.uses.get(serviceArn) ?? []).map(use => {
      const roleArn = use.roleArn.known ? use.roleArn.value : null;
      return presentRoleUse(use, {
        role: roleArn === null ? undefined : facts.roles.get(roleArn),
        findings: findingsOfUse(use, facts.findings),
        sharedWith: sharedWith(
          roleArn === null ? undefined : facts.users.get(roleArn),
          serviceArn,
        ),
        links: this.#options.links,
      });
    });
  }
}

export type EntityRolesServiceOptions = Readonly<{
  catalog: CatalogService;
  entities: AnnotatedEntities;
  inventory: Inventory;
  scans: Scans;
  targetSource: TargetSource;
  targetsFrom: TargetOrigin;
  rules: readonly AnyRule[];
  links: ConsoleLinks;
}>;

/** Whether nobody but the services of the entity uses what a finding is about. */
function isOwn(
  { subject }: StoredFinding,
  { services, users }: RoleFacts,
): boolean {
  const own = new Set(services.map(({ fact }) => fact.arn));
  const all = users.get(subject)?.users.map(({ serviceArn }) => serviceArn);
  return (all ?? [subject]).every(arn => own.has(arn));
}

function compareServices(a: EntityService, b: EntityService): number {
  return a.name.localeCompare(b.name) || a.arn.localeCompare(b.arn);
}
